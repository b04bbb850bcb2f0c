#pragma once
// Runs a program over one kind of numbers. The kind is a Domain: exact fractions (the hot path), intervals,
// intervals with slopes; a fast bounded type can join them. No allocation, no recursion.
//
// A Domain has a type Value and the static functions used below; a function that returns false cannot decide
// with its kind of numbers, and the run stops (`Ending::beyond`) so that a wider kind can take over.
#include "engine/rulepack/instruction.hpp"

#include <array>
#include <cassert>
#include <cstddef>
#include <memory>
#include <new>
#include <utility>

namespace jixiao::rulepack {

/// Room for `capacity` values, of which only those pushed are ever constructed.
template <class Value, std::size_t capacity>
class FixedStack {
public:
  FixedStack() = default;
  FixedStack(FixedStack const&) = delete;
  FixedStack& operator=(FixedStack const&) = delete;
  ~FixedStack() {
    while (size_ > 0) {
      drop();
    }
  }

  void push(Value value) {
    assert(size_ < capacity);
    ::new (static_cast<void*>(slot(size_))) Value(std::move(value));
    ++size_;
  }
  [[nodiscard]] Value& top(std::size_t below = 0) {
    assert(below < size_);
    return *std::launder(slot(size_ - 1 - below));
  }
  void drop() {
    --size_;
    std::destroy_at(std::launder(slot(size_)));
  }

private:
  [[nodiscard]] Value* slot(std::size_t index) {
    return reinterpret_cast<Value*>(room_) + index; // NOLINT: constructed in place
  }
  alignas(Value) std::byte room_[sizeof(Value) * capacity];
  std::size_t size_ = 0;
};

[[nodiscard]] inline model::Truth both(model::Truth left, model::Truth right) {
  if (left == model::Truth::no || right == model::Truth::no) {
    return model::Truth::no;
  }
  return left == model::Truth::yes ? right : left;
}
[[nodiscard]] inline model::Truth either(model::Truth left, model::Truth right) {
  if (left == model::Truth::yes || right == model::Truth::yes) {
    return model::Truth::yes;
  }
  return left == model::Truth::no ? right : left;
}
[[nodiscard]] inline model::Truth inverse(model::Truth value) {
  switch (value) {
  case model::Truth::no: return model::Truth::yes;
  case model::Truth::yes: return model::Truth::no;
  case model::Truth::unknown: break;
  }
  return model::Truth::unknown;
}

enum class Ending : std::uint8_t {
  done,
  beyond, ///< this kind of numbers cannot say
};

/// What a run noticed beside its result.
struct Notes {
  bool undecided_choice = false;    ///< both sides of a choice were joined
  bool divisor_may_be_zero = false; ///< ... and that quotient is everything
  std::uint32_t division = 0;       ///< instruction of the first such division
};

/// Nobody looks on: every call is nothing.
struct NoWatch {
  void choice(std::uint32_t, model::Truth) const {}
  void operand(std::uint32_t, model::Truth) const {}
  template <class Value>
  void interpolation(std::uint32_t, Value const&, std::array<Value const*, most_points> const&,
                     std::size_t) const {}
};

/// `Watch` is told of every choice, operand of `and` and `or`, and interpolation as it is run.
template <class Domain, class Watch = NoWatch>
class Machine {
public:
  using Value = typename Domain::Value;
  using Truth = model::Truth;

  Machine(Program const& program, model::Facts const& facts, Domain domain = {}, Watch watch = {})
      : program_(program), facts_(facts), domain_(domain), watch_(watch) {}

  [[nodiscard]] Ending run() {
    Instruction const* const begin = program_.code.data();
    Instruction const* const end = begin + program_.code.size();
    for (Instruction const* at = begin; at != end; ++at) {
      switch (at->code) {
      case Code::constant:
        numbers_.push(Domain::constant(program_, static_cast<std::size_t>(at->argument)));
        break;
      case Code::number_field:
        if (!domain_.load(facts_, at->field, numbers_)) {
          return Ending::beyond;
        }
        break;
      case Code::add: replace_two(Domain::add(numbers_.top(1), numbers_.top())); break;
      case Code::subtract: replace_two(Domain::subtract(numbers_.top(1), numbers_.top())); break;
      case Code::multiply: replace_two(Domain::multiply(numbers_.top(1), numbers_.top())); break;
      case Code::divide:
        if (!divide(static_cast<std::uint32_t>(at - begin))) {
          return Ending::beyond;
        }
        break;
      case Code::negate: numbers_.top() = Domain::negate(numbers_.top()); break;
      case Code::minimum: replace_two(Domain::minimum(numbers_.top(1), numbers_.top())); break;
      case Code::maximum: replace_two(Domain::maximum(numbers_.top(1), numbers_.top())); break;
      case Code::absolute: numbers_.top() = Domain::absolute(numbers_.top()); break;
      case Code::clamp: {
        Value raised = Domain::maximum(numbers_.top(2), numbers_.top(1));
        Value cut = Domain::minimum(raised, numbers_.top());
        numbers_.drop();
        replace_two(std::move(cut));
        break;
      }
      case Code::round: numbers_.top() = Domain::round(numbers_.top(), at->argument); break;
      case Code::interval:
        if (!join_ends(at->field)) {
          return Ending::beyond;
        }
        break;
      case Code::interpolate:
        interpolate(static_cast<std::uint32_t>(at - begin), at->field,
                    program_.scales[static_cast<std::size_t>(at->argument)]);
        break;
      case Code::truth_constant: push(static_cast<Truth>(at->argument)); break;
      case Code::truth_field: push(facts_.truths[at->field]); break;
      case Code::word_is: push(word_is(*at)); break;
      case Code::word_is_not: push(inverse(word_is(*at))); break;
      case Code::equal: compare(Domain::equal(numbers_.top(1), numbers_.top())); break;
      case Code::not_equal: compare(inverse(Domain::equal(numbers_.top(1), numbers_.top()))); break;
      case Code::less: compare(Domain::less(numbers_.top(1), numbers_.top())); break;
      case Code::less_equal: compare(inverse(Domain::less(numbers_.top(), numbers_.top(1)))); break;
      case Code::greater: compare(Domain::less(numbers_.top(), numbers_.top(1))); break;
      case Code::greater_equal: compare(inverse(Domain::less(numbers_.top(1), numbers_.top()))); break;
      case Code::in: in_range(at->field); break;
      case Code::invert: top() = inverse(top()); break;
      case Code::skip_if_no:
        watch_.operand(static_cast<std::uint32_t>(at - begin), top());
        if (top() == Truth::no) {
          at += at->argument;
        }
        break;
      case Code::skip_if_yes:
        watch_.operand(static_cast<std::uint32_t>(at - begin), top());
        if (top() == Truth::yes) {
          at += at->argument;
        }
        break;
      case Code::both:
        watch_.operand(static_cast<std::uint32_t>(at - begin), top());
        join(rulepack::both(truths_[truth_count_ - 2], top()));
        break;
      case Code::either:
        watch_.operand(static_cast<std::uint32_t>(at - begin), top());
        join(rulepack::either(truths_[truth_count_ - 2], top()));
        break;
      case Code::choose:
      case Code::choose_truth: {
        Truth const condition = pop();
        watch_.choice(static_cast<std::uint32_t>(at - begin), condition);
        if (condition == Truth::unknown && !Domain::joins) {
          return Ending::beyond;
        }
        notes_.undecided_choice = notes_.undecided_choice || condition == Truth::unknown;
        open_ = (open_ << 1U) | (condition == Truth::unknown ? 1U : 0U);
        if (condition == Truth::no) {
          at += at->argument;
        }
        break;
      }
      case Code::next_choice:
      case Code::next_truth:
        if ((open_ & 1U) == 0) {
          open_ >>= 1U;
          at += at->argument;
        }
        break;
      case Code::end_of_choice:
        if ((open_ & 1U) != 0) {
          replace_two(Domain::join(numbers_.top(1), numbers_.top()));
        }
        open_ >>= 1U;
        break;
      case Code::end_of_truth:
        if ((open_ & 1U) != 0) {
          Truth const first = truths_[truth_count_ - 2];
          join(first == top() ? first : Truth::unknown);
        }
        open_ >>= 1U;
        break;
      }
    }
    return Ending::done;
  }

  [[nodiscard]] Truth truth_result() const {
    assert(truth_count_ == 1);
    return truths_[0];
  }
  [[nodiscard]] Value& number_result() { return numbers_.top(); }
  [[nodiscard]] Notes const& notes() const { return notes_; }

private:
  [[nodiscard]] Truth word_is(Instruction const& instruction) const {
    if constexpr (Domain::words_may_be_open) {
      if ((domain_.settled_words >> instruction.field & 1U) == 0) {
        return Truth::unknown;
      }
    }
    return facts_.words[instruction.field] == instruction.argument ? Truth::yes : Truth::no;
  }

  [[nodiscard]] bool divide(std::uint32_t instruction) {
    switch (Domain::divide(numbers_.top(1), numbers_.top())) {
    case Domain::Divided::beyond: return false;
    case Domain::Divided::may_be_zero:
      if (!notes_.divisor_may_be_zero) {
        notes_.divisor_may_be_zero = true;
        notes_.division = instruction;
      }
      break;
    case Domain::Divided::done: break;
    }
    numbers_.drop();
    return true;
  }
  [[nodiscard]] bool join_ends(std::uint8_t flags) {
    if constexpr (Domain::joins) {
      replace_two(Domain::interval(numbers_.top(1), numbers_.top(), (flags & low_end_closed) != 0,
                                   (flags & high_end_closed) != 0));
      return true;
    } else {
      return false;
    }
  }
  /// Not inlined: rare, and the loop shall stay short.
  [[gnu::noinline]] void interpolate(std::uint32_t instruction, std::size_t points,
                                     std::vector<number::Rational> const& results) {
    std::array<Value const*, most_points> at{};
    for (std::size_t i = 0; i < points; ++i) {
      at[i] = &numbers_.top(points - i);
    }
    watch_.interpolation(instruction, numbers_.top(points + 1), at, points);
    Value result = Domain::interpolate(numbers_.top(points + 1), at, results, numbers_.top());
    for (std::size_t i = 0; i <= points; ++i) {
      numbers_.drop();
    }
    numbers_.top() = std::move(result);
  }
  void in_range(std::uint8_t flags) {
    Value const& value = numbers_.top(2);
    Value const& low = numbers_.top(1);
    Value const& high = numbers_.top();
    Truth const above =
        (flags & low_end_closed) != 0 ? inverse(Domain::less(value, low)) : Domain::less(low, value);
    Truth const below =
        (flags & high_end_closed) != 0 ? inverse(Domain::less(high, value)) : Domain::less(value, high);
    numbers_.drop();
    compare(rulepack::both(above, below));
  }
  void replace_two(Value value) {
    numbers_.drop();
    numbers_.top() = std::move(value);
  }
  void compare(Truth result) {
    numbers_.drop();
    numbers_.drop();
    push(result);
  }
  void push(Truth value) {
    assert(truth_count_ < truth_stack);
    truths_[truth_count_++] = value;
  }
  [[nodiscard]] Truth& top() { return truths_[truth_count_ - 1]; }
  [[nodiscard]] Truth pop() { return truths_[--truth_count_]; }
  void join(Truth value) {
    --truth_count_;
    top() = value;
  }

  Program const& program_;
  model::Facts const& facts_;
  Domain domain_;
  [[no_unique_address]] Watch watch_;
  FixedStack<Value, number_stack> numbers_;
  std::uint32_t truth_count_ = 0;
  std::uint64_t open_ = 0; ///< a bit for each open choice: 1 while it is not decided
  Notes notes_;
  Truth truths_[truth_stack]; // NOLINT: written before it is read
};

} // namespace jixiao::rulepack
