// rules try: a prompt for rows.
#include "cli/commands.hpp"
#include "engine/number/decimal.hpp"
#include "engine/pipeline/row_trial.hpp"
#include "engine/pipeline/watched_pack.hpp"
#include "engine/report/width.hpp"
#include "grammar/text.hpp"

#include <cstdio>
#include <iostream>
#include <unistd.h>

namespace jixiao::cli {
namespace {

/// The next line without its end, at most `limit` bytes of it; `beyond`: how many more there were.
bool read_line(std::istream& from, std::size_t limit, std::string& line, std::size_t& beyond) {
  line.clear();
  beyond = 0;
  std::streambuf& bytes = *from.rdbuf();
  bool any = false;
  for (int c = bytes.sbumpc(); c != std::char_traits<char>::eof(); c = bytes.sbumpc()) {
    any = true;
    if (c == '\n') {
      break;
    }
    if (line.size() < limit) {
      line += static_cast<char>(c);
    } else {
      ++beyond;
    }
  }
  if (!line.empty() && line.back() == '\r') {
    line.pop_back();
  }
  return any;
}

class Prompt {
public:
  Prompt(Session& session, vocabulary::Vocabulary const& vocabulary, std::string const& pack)
      : session_(session), pack_(watch(pack)), trial_(vocabulary, session.messages, session.options.language,
                                                      session.sources, session.text("try_input")),
        interactive_(isatty(STDIN_FILENO) != 0) {
    trial_.use_year(session.options.year);
  }

  void run() {
    if (pack_.pack() == nullptr) {
      session_.say_worse_than_info(pack_.findings());
      return session_.end_with(ExitStatus::unreadable);
    }
    session_.say(session_.text("try_begin", {pack_.pack()->id, pack_.pack()->title}));
    session_.say_worse_than_info(pack_.findings());
    std::string line;
    std::size_t beyond = 0;
    for (std::uint32_t number = 1; more_ && next(line, beyond); ++number) {
      answer(line, beyond, number);
      std::fflush(stdout);
    }
    if (!pack_.usable()) {
      session_.end_with(ExitStatus::unreadable);
    }
  }

private:
  pipeline::WatchedPack watch(std::string const& name) {
    return {name, session_.options.rules_dir, [this, name] { return session_.rules.pack(name); }};
  }

  bool next(std::string& line, std::size_t& beyond) {
    if (interactive_) {
      session_.write(session_.text("try_prompt"));
      std::fflush(stdout);
    }
    return read_line(std::cin, pipeline::RowTrial::most_line_bytes, line, beyond);
  }

  void answer(std::string const& raw, std::size_t beyond, std::uint32_t number) {
    std::string_view const line = grammar::trim(raw);
    if (beyond > 0) {
      return session_.write(
          session_.text("try_too_long", {std::to_string(number), std::to_string(raw.size() + beyond),
                                         std::to_string(pipeline::RowTrial::most_line_bytes)})
          + "\n");
    }
    if (line.empty()) {
      return;
    }
    std::string const folded = grammar::fold_width(line.substr(0, 3)); // a full-width colon is one as well
    if (folded.substr(0, 1) == ":") {
      std::size_t const colon = line.front() == ':' ? 1 : 3;
      return command(grammar::trim(line.substr(colon)));
    }
    refresh();
    session_.write(trial_.answer(*pack_.pack(), line, number) + "\n");
  }

  /// What was saved holds from now on; what cannot be read leaves the pack as it was.
  void refresh() {
    using Change = pipeline::WatchedPack::Change;
    Change const change = pack_.refresh();
    if (change == Change::none) {
      return;
    }
    session_.say(session_.text(change == Change::read_again ? "try_read_again" : "try_refused",
                               {pack_.pack()->id, pack_.pack()->digest.substr(0, 12)}));
    session_.say_worse_than_info(pack_.findings());
  }

  void command(std::string_view typed) {
    std::size_t const end = std::min(typed.find_first_of(" \t"), typed.size());
    std::string_view const word = typed.substr(0, end);
    std::string const value(grammar::trim(typed.substr(end)));
    if (word == "quit" || word == "q") {
      more_ = false;
    } else if (word == "weight") {
      use_weight(value);
    } else if (word == "plain") {
      trial_.forget_header();
      session_.write(session_.text("try_plain") + "\n");
    } else if (word == "pack") {
      use_pack(value);
    } else if (word == "help") {
      session_.write(session_.text("try_help", {"{name: ..., row: ..., actual: ..., score: ...}"}) + "\n");
    } else {
      session_.write(session_.text("try_unknown", {report::printable(word)}) + "\n");
    }
  }

  void use_weight(std::string const& value) {
    bool const number = number::Decimal::parse(value) && value.find('-') == std::string::npos
                        && value.find_first_of("123456789") != std::string::npos;
    if (number) {
      trial_.use_weight(value);
    }
    session_.write(session_.text(number ? "try_weight" : "try_weight_refused", {report::printable(value)})
                   + "\n");
  }

  void use_pack(std::string const& name) {
    refresh();
    if (!name.empty()) {
      pipeline::WatchedPack other = watch(name);
      if (other.pack() == nullptr) {
        return session_.say_worse_than_info(other.findings());
      }
      pack_ = std::move(other);
      session_.say_worse_than_info(pack_.findings());
    }
    rulepack::RulePack const& pack = *pack_.pack();
    session_.write(session_.text("try_pack", {pack.id, pack.title, pack.digest.substr(0, 12)}) + "\n");
  }

  Session& session_;
  pipeline::WatchedPack pack_;
  pipeline::RowTrial trial_;
  bool interactive_;
  bool more_ = true;
};

} // namespace

void rules_try_command(Session& session) {
  std::optional<vocabulary::Vocabulary> const vocabulary = session.load_vocabulary();
  if (!vocabulary) {
    return;
  }
  Options const& options = session.options;
  std::string name = options.packs.empty() ? options.rules : options.packs.front();
  if (name == "auto") {
    std::optional<rulepack::RulePack> const chosen = session.load_pack();
    if (!chosen) {
      return;
    }
    name = chosen->id;
  }
  Prompt(session, *vocabulary, name).run();
}

} // namespace jixiao::cli
