// The entry: limits, the common form, empty cells; everything else goes through the analysis.
#include "grammar/cell.hpp"
#include "grammar/detail/build.hpp"
#include "grammar/notes.hpp"
#include "grammar/text.hpp"

#include <string>

namespace jixiao::grammar {

using namespace detail;

struct CellParser::Tables {
  Tables(Lexicon const& lexicon, Limits const& bounds) : words(lexicon), limits(bounds) {}
  WordTable words;
  Limits limits;
};

CellParser::CellParser(Lexicon const& lexicon, Limits limits)
    : tables_(std::make_unique<Tables const>(lexicon, limits)) {}
CellParser::~CellParser() = default;
CellParser::CellParser(CellParser&&) noexcept = default;
CellParser& CellParser::operator=(CellParser&&) noexcept = default;

namespace {

/// The text as one token, with the note that says why.
void refuse(std::string_view text, std::string_view note, std::vector<std::string> arguments,
            CellTree& tree) {
  tree.kind = CellKind::text;
  if (!text.empty()) {
    tree.tokens.push_back({TokenClass::text, tree.span});
  }
  tree.notes.push_back({std::string(note), tree.span, std::move(arguments)});
}

/// Behind the sentence mark and the blanks that may end a cell.
Cursor skip_end(Cursor at, Cursor end) {
  at = skip_blanks(at, end);
  MarkHit const mark = at == end ? MarkHit{} : mark_at(at, end);
  return mark.kind == MarkKind::sentence ? skip_blanks(at + mark.length, end) : at;
}

/// `>=95%`, `263.68`, `6 times`: one quantity is all there is. Most cells of most tables.
bool read_plain(State& state, Cursor begin, CellTree& tree) {
  BoundDraft bound;
  Cursor at = begin;
  if (!read_plain_bound(state, at, state.end, bound) || skip_end(at, state.end) != state.end) {
    return false;
  }
  NumberDraft const& number = bound.measure.number;
  // Whatever could also be a date or is a finding is left to the analysis.
  if (number.beyond || bound.before.conflict
      || (bound.after.begin != nullptr && bound.before.begin != nullptr)
      || bound.measure.unit.unit.is(role_calendar)) {
    return false;
  }
  tree.kind = CellKind::quantity;
  fill_quantity(state, bound, tree);
  tree.tokens.reserve(state.piece_count + 2);
  TokenWriter writer(state, tree.tokens);
  for (std::size_t i = 0; i < state.piece_count; ++i) {
    writer.add(state.pieces[i].token_class, state.pieces[i].begin, state.pieces[i].end);
  }
  writer.finish();
  return true;
}

bool read_empty(State& state, Cursor begin, CellTree& tree) {
  Hit const mark = state.words.longest(begin, state.end, role(WordClass::empty_mark));
  if (begin != state.end && (!mark.found() || skip_end(mark.end, state.end) != state.end)) {
    return false;
  }
  tree.kind = CellKind::empty;
  tree.no_event = mark.is(role(WordClass::negated_event));
  TokenWriter writer(state, tree.tokens);
  if (mark.found()) {
    writer.add(TokenClass::mark, mark.begin, mark.end);
  }
  writer.finish();
  return true;
}

void read_parts(State& state, Limits const& limits, CellTree& tree) {
  Analysis analysis{state};
  scan(analysis);
  std::vector<Part> parts;
  if (!analysis.overflow) {
    std::vector<Segment> const segments = split_segments(analysis);
    for (Segment const& segment : segments) {
      judge(analysis, segment);
    }
    parts = divide(analysis, segments);
  }
  if (parts.empty() || parts.size() > limits.parts) {
    analysis.notes.clear(); // none of them would be read among so many
    analysis.note(notes::cell_too_many_parts, state.begin, state.end, {std::to_string(limits.parts)});
    Part whole;
    whole.begin = state.begin;
    whole.end = state.end;
    parts.assign(1, whole);
  }
  ByteSpan const span = tree.span;
  if (parts.size() == 1) {
    tree = make_part(analysis, parts.front());
    tree.span = span;
  } else {
    tree.kind = CellKind::compound;
    tree.parts.reserve(parts.size());
    for (Part const& part : parts) {
      tree.parts.push_back(make_part(analysis, part));
    }
  }
  write_tokens(analysis, parts, tree.tokens);
  tree.notes = std::move(analysis.notes);
}

} // namespace

CellTree CellParser::parse(std::string_view text, Role role) const {
  static_cast<void>(role); // no two readings of one text are equal yet; the context decides in lowering
  CellTree tree;
  tree.span = {0, static_cast<std::uint32_t>(text.size())};
  if (text.size() > tables_->limits.cell_bytes) {
    refuse(text, notes::cell_too_long,
           {std::to_string(text.size()), std::to_string(tables_->limits.cell_bytes)}, tree);
    return tree;
  }
  if (!is_utf8(text)) {
    refuse(text, notes::cell_not_utf8, {}, tree);
    return tree;
  }
  Cursor const end = text.data() + text.size();
  State state(tables_->words, tables_->limits, text.data(), end);
  Cursor const begin = skip_blanks(text.data(), end);
  if (!read_plain(state, begin, tree) && !read_empty(state, begin, tree)) {
    state.piece_count = 0;
    read_parts(state, tables_->limits, tree);
  }
  return tree;
}

std::optional<NumberTree> CellParser::parse_number(std::string_view text) const {
  if (text.size() > tables_->limits.cell_bytes || !is_utf8(text)) {
    return std::nullopt;
  }
  Cursor const end = text.data() + text.size();
  State state(tables_->words, tables_->limits, text.data(), end);
  QuantityDraft quantity;
  Cursor at = text.data();
  if (!read_quantity(state, at, end, quantity) || skip_blanks(at, end) != end
      || quantity.form != RangeForm::none) {
    return std::nullopt;
  }
  MeasureDraft const& measure = quantity.first.measure;
  RelationDraft relation = quantity.first.before;
  join(relation, quantity.first.after);
  bool const related = relation.begin != nullptr && !relation.approximate;
  if (related || measure.unit.found() || measure.rate.found() || measure.tail.half.found()) {
    return std::nullopt;
  }
  NumberTree number = make_number(state, measure);
  number.approximate = number.approximate || relation.approximate;
  if (!number.beyond_limits && measure.scale.found() && !measure.number.in_words()) {
    number.digits = raise_digits(number.digits, measure.scale.exponent);
  }
  if (!number.beyond_limits && measure.number.ratio != Ratio::none) {
    number.digits = lower_digits(number.digits, measure.number.ratio == Ratio::percent ? 2 : 3);
  }
  return number;
}

namespace {

std::optional<UnitTree> read_whole_unit(WordTable const& words, Limits const& limits, std::string_view text) {
  Cursor const end = text.data() + text.size();
  State state(words, limits, text.data(), end);
  MeasureDraft measure;
  Cursor at = text.data();
  bool const scaled = read_scale(state, at, end, measure.scale);
  bool const unit = read_unit(state, at, end, measure.unit);
  if ((!scaled && !unit) || skip_blanks(at, end) != end) {
    return std::nullopt;
  }
  return make_unit(state, measure);
}

/// `text` without blanks (people break lines inside a cell) and without brackets around it.
std::string unit_alone(std::string_view text) {
  std::string result = without_blanks(text);
  Cursor const begin = result.data();
  Cursor const end = begin + result.size();
  MarkHit const open = mark_at(begin, end);
  MarkHit const close = result.size() > open.length ? mark_at(end - open.length, end) : MarkHit{};
  bool const bracketed = open.kind == MarkKind::open && close.code_point == closer_of(open.code_point);
  return bracketed ? result.substr(open.length, result.size() - open.length - close.length) : result;
}

} // namespace

std::optional<UnitTree> CellParser::parse_unit(std::string_view text) const {
  if (text.size() > tables_->limits.cell_bytes || !is_utf8(text)) {
    return std::nullopt;
  }
  Cursor const end = text.data() + text.size();
  bool const bracketed = mark_at(skip_blanks(text.data(), end), end).kind == MarkKind::open;
  std::optional<UnitTree> unit =
      bracketed ? std::nullopt : read_whole_unit(tables_->words, tables_->limits, text);
  if (!unit) {
    unit = read_whole_unit(tables_->words, tables_->limits, unit_alone(text));
    if (unit) {
      unit->span = {0, static_cast<std::uint32_t>(text.size())};
    }
  }
  return unit;
}

std::optional<Relation> CellParser::parse_relation(std::string_view text) const {
  if (text.size() > tables_->limits.cell_bytes || !is_utf8(text)) {
    return std::nullopt;
  }
  Cursor const end = text.data() + text.size();
  State state(tables_->words, tables_->limits, text.data(), end);
  RelationDraft relation;
  RelationDraft after;
  Cursor at = text.data();
  bool const before = read_before(state, at, end, relation);
  if (read_after(state, at, end, after)) {
    join(relation, after);
  }
  if ((!before && !after.found) || !relation.found || relation.conflict || skip_blanks(at, end) != end) {
    return std::nullopt;
  }
  return relation.relation;
}

} // namespace jixiao::grammar
