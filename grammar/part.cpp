// Parts of a cell as trees, and the tokens of the whole.
#include "grammar/detail/build.hpp"
#include "grammar/notes.hpp"

namespace jixiao::grammar::detail {

namespace {

constexpr std::ptrdiff_t own_event = 9; ///< bytes: "did not happen" says it alone, "none" needs an event

/// The words right in front of the value that only join it to its subject.
std::uint32_t first_joint(Analysis const& analysis, Part const& part) {
  std::uint32_t value = part.first;
  while (value != part.last
         && !(analysis.items[value].kind == ItemKind::mention
              && static_cast<std::int32_t>(analysis.items[value].mention) == part.mention)) {
    ++value;
  }
  std::uint32_t first = value;
  Roles const joins = roles_of(WordClass::each, WordClass::total, WordClass::copula);
  while (first != part.first && analysis.items[first - 1].is(joins)
         && skip_blanks(analysis.items[first - 1].end, analysis.state.end) == analysis.items[first].begin) {
    --first;
  }
  return first;
}

Cursor value_begin(Analysis const& analysis, Part const& part) {
  return part.mention >= 0 ? analysis.mentions[static_cast<std::size_t>(part.mention)].begin : part.end;
}

/// Words that say what the value is about: everything but the value, what joins it, marks and blanks.
std::string subject_of(Analysis const& analysis, Part const& part) {
  std::string subject;
  Cursor at = part.begin;
  auto const take_until = [&](Cursor stop) {
    while (at < stop) {
      std::size_t const length = character_length(at);
      if (blank_at(at, stop) == 0 && mark_at(at, stop).kind == MarkKind::none) {
        subject.append(at, length);
      }
      at += length;
    }
  };
  std::uint32_t const joint = part.mention >= 0 ? first_joint(analysis, part) : part.last;
  for (std::uint32_t i = part.first; i < part.last; ++i) {
    Item const& item = analysis.items[i];
    if (item.begin >= part.end) {
      break;
    }
    bool const joins =
        (i >= joint && item.begin < value_begin(analysis, part)) || item.is(role(WordClass::condition));
    bool const value =
        item.kind == ItemKind::mention && static_cast<std::int32_t>(item.mention) == part.mention;
    bool const level = static_cast<std::int32_t>(i) == part.level;
    if (item.kind == ItemKind::opaque && item.mark == MarkKind::open) {
      take_until(item.begin);
      subject.append(item.begin, item.end); // a name in quotes or book marks
      at = item.end;
    } else if (value || level || joins || item.kind == ItemKind::marker) {
      take_until(item.begin);
      at = item.end;
    }
  }
  take_until(part.end);
  return subject;
}

void set_flags(Analysis const& analysis, Part const& part, CellTree& tree) {
  Cursor const value =
      part.mention >= 0 ? analysis.mentions[static_cast<std::size_t>(part.mention)].begin : part.end;
  bool negated = false;
  for (std::uint32_t i = part.first; i < part.last; ++i) {
    Item const& item = analysis.items[i];
    if (part.mention >= 0 && item.begin < value) {
      tree.each = tree.each || (item.is(role(WordClass::each)) && !item.is(role_per));
      tree.total = tree.total || item.is(role(WordClass::total));
    }
    tree.external = tree.external || item.is(role(WordClass::external));
    if (item.is(role(WordClass::negated_event))) {
      negated = true;
      bool const ends = item.end == part.end && item.end - item.begin >= own_event;
      tree.no_event = tree.no_event || ends;
    } else if (item.kind == ItemKind::separator && item.mark != MarkKind::list) {
      negated = false;
    }
    tree.no_event = tree.no_event || (negated && item.is(role(WordClass::event)));
  }
}

/// What stands in front of the number and behind it; of signs on one side alone, the first and the others.
std::vector<std::string> opposed_words(State const& state, RelationDraft const& front,
                                       RelationDraft const& behind) {
  if (front.begin != nullptr && behind.begin != nullptr) {
    return {std::string(front.begin, front.end), std::string(behind.begin, behind.end)};
  }
  bool const in_front = front.begin != nullptr;
  RelationDraft const& side = in_front ? front : behind;
  Cursor const first = state.words.longest(side.begin, side.end, in_front ? role_before : role_after).end;
  Cursor const split = first == nullptr ? side.end : first;
  return {std::string(side.begin, split), std::string(skip_blanks(split, side.end), side.end)};
}

} // namespace

CellTree make_part(Analysis& analysis, Part const& part) {
  CellTree tree;
  tree.kind = part.kind;
  tree.span = analysis.span(part.begin, part.end);
  tree.condition = part.condition;
  set_flags(analysis, part, tree);
  if (part.mention >= 0) {
    Mention const& mention = analysis.mentions[static_cast<std::size_t>(part.mention)];
    if (mention.is_date()) {
      RelationDraft const& relation = mention.calendar.relation;
      tree.from = mention.calendar.from;
      tree.to = mention.calendar.to;
      tree.relation = relation.found ? std::optional<Relation>(relation.relation) : std::nullopt;
      tree.approximate = relation.approximate;
    } else if (mention.kind == CellKind::range) {
      if (!fill_range(analysis, mention, tree)) {
        tree.kind = CellKind::text;
        tree.low = tree.high = std::nullopt;
        tree.unit.reset();
      }
    } else {
      fill_quantity(analysis.state, mention.quantity.first, tree);
      RelationDraft relation = mention.quantity.first.before;
      join(relation, mention.quantity.first.after);
      if (relation.conflict) {
        BoundDraft const& bound = mention.quantity.first;
        analysis.note(notes::relation_conflict, relation.begin, relation.end,
                      opposed_words(analysis.state, bound.before, bound.after));
      }
    }
  }
  if (part.level >= 0) {
    Item const& word = analysis.items[static_cast<std::size_t>(part.level)];
    tree.level.assign(word.begin, word.end);
  }
  if (tree.kind != CellKind::text && tree.kind != CellKind::status) {
    tree.subject = subject_of(analysis, part);
  }
  return tree;
}

void TokenWriter::put(TokenClass token_class, Cursor begin, Cursor end) {
  ByteSpan const span{static_cast<std::uint32_t>(begin - state_.begin),
                      static_cast<std::uint32_t>(end - state_.begin)};
  bool const joins = !tokens_.empty() && tokens_.back().token_class == token_class
                     && (token_class == TokenClass::text || token_class == TokenClass::blank
                         || token_class == TokenClass::subject || token_class == TokenClass::date
                         || token_class == TokenClass::unit);
  if (joins) {
    tokens_.back().span.end = span.end;
  } else {
    tokens_.push_back({token_class, span});
  }
}

void TokenWriter::fill(Cursor until) {
  while (at_ != until) {
    std::size_t const blank = blank_at(at_, until);
    MarkHit const mark = mark_at(at_, until);
    std::size_t const length = blank != 0 ? blank : mark.length != 0 ? mark.length : character_length(at_);
    TokenClass const token_class = blank != 0                    ? TokenClass::blank
                                   : mark.kind != MarkKind::none ? TokenClass::mark
                                                                 : TokenClass::text;
    put(token_class, at_, at_ + length);
    at_ += length;
  }
}

void TokenWriter::add(TokenClass token_class, Cursor begin, Cursor end) {
  if (begin < at_) {
    return; // taken already
  }
  fill(begin);
  if (token_class != TokenClass::text) {
    put(token_class, begin, end);
    at_ = end;
  }
}

namespace {

TokenClass class_of(Item const& item, Part const& part, std::uint32_t index) {
  if (static_cast<std::int32_t>(index) == part.level) {
    return TokenClass::level;
  }
  if (part.kind == CellKind::text || item.kind != ItemKind::word) {
    return TokenClass::text;
  }
  bool const status = item.is(role(WordClass::status));
  if (part.kind == CellKind::status) {
    return status ? TokenClass::status : item.is(neutral_roles) ? TokenClass::subject : TokenClass::text;
  }
  return item.is(neutral_roles)
             ? status && !item.is(role(WordClass::subject)) ? TokenClass::status : TokenClass::subject
             : TokenClass::text;
}

} // namespace

void write_tokens(Analysis const& analysis, std::vector<Part> const& parts, std::vector<Token>& tokens) {
  TokenWriter writer(analysis.state, tokens);
  for (Part const& part : parts) {
    for (std::uint32_t i = part.first; i < part.last; ++i) {
      Item const& item = analysis.items[i];
      if (item.kind == ItemKind::mention && analysis.mentions[item.mention].accepted
          && part.kind != CellKind::text) {
        Mention const& mention = analysis.mentions[item.mention];
        for (std::uint32_t k = 0; k < mention.piece_count; ++k) {
          Piece const& piece = analysis.pieces[mention.first_piece + k];
          writer.add(piece.token_class, piece.begin, piece.end);
        }
      } else {
        writer.add(class_of(item, part, i), item.begin, item.end);
      }
    }
  }
  writer.finish();
}

} // namespace jixiao::grammar::detail
