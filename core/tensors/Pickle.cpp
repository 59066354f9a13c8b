// SPDX-License-Identifier: GPL-3.0-or-later
// Python's Lib/pickletools.py documents the operations. Only those that PyTorch writes for a state_dict are
// known.
#include "core/tensors/Pickle.h"

#include "core/base/Text.h"

#include <cstring>
#include <map>
#include <memory>
#include <variant>

namespace hareloom {
namespace {

using Entries = std::vector<std::pair<std::string, PickledTensor>>;
constexpr std::size_t kMostValues = 10'000'000, kDeepest = 16, kMostTuple = 64;

struct Value;
struct Tuple
{
    std::vector<Value> items;
    std::size_t depth = 1;
};
struct Global
{
    std::string name; // "module name"
};
struct Storage
{
    std::string type, key;
    std::int64_t count = 0;
};
struct Nothing
{
};
struct Mark
{
};
/// Dictionaries keep only their tensors, so that no value can come to contain itself.
using Dictionary = std::shared_ptr<Entries>;
struct Value : std::variant<Nothing, Mark, std::int64_t, std::string, std::shared_ptr<const Tuple>, Global,
                            Storage, std::shared_ptr<const PickledTensor>, Dictionary>
{
    using variant::variant;
    template<class T>
    const T* as() const
    {
        return std::get_if<T>(this);
    }
};

struct Damaged
{
    std::string what;
};

const std::map<std::string, std::string> kAllowed = {{"collections OrderedDict", "dict"},
                                                     {"torch._utils _rebuild_tensor_v2", "tensor"},
                                                     {"torch._utils _rebuild_parameter", "parameter"},
                                                     {"torch FloatStorage", "storage"},
                                                     {"torch HalfStorage", "storage"},
                                                     {"torch BFloat16Storage", "storage"},
                                                     {"torch DoubleStorage", "storage"},
                                                     {"torch LongStorage", "storage"},
                                                     {"torch IntStorage", "storage"},
                                                     {"torch ShortStorage", "storage"},
                                                     {"torch CharStorage", "storage"},
                                                     {"torch ByteStorage", "storage"},
                                                     {"torch BoolStorage", "storage"}};

/// A stack machine without calls.
class Machine
{
public:
    explicit Machine(std::span<const std::uint8_t> code) : m_code(code) {}

    Entries run()
    {
        while (!m_isOver)
            step(static_cast<char>(byte()));
        const Value result = pop();
        if (const auto* dictionary = result.as<Dictionary>())
            return **dictionary;
        throw Damaged{"that holds no dictionary"};
    }

private:
    void step(char operation)
    {
        if (!constant(operation) && !memory(operation) && !container(operation))
            throw Damaged{"with an operation that no state_dict needs (0x" + hex(operation) + ")"};
        if (m_stack.size() + m_memo.size() > kMostValues)
            throw Damaged{"with more than ten million values"};
    }

    bool constant(char operation)
    {
        switch (operation) {
        case '\x80': // PROTO
            if (byte() > 5)
                throw Damaged{"of a protocol that is not known"};
            return true;
        case '\x95': // FRAME
            take(8);
            return true;
        case 'N':
            return push(Nothing{});
        case '\x88': // NEWTRUE
            return push(std::int64_t{1});
        case '\x89': // NEWFALSE
            return push(std::int64_t{0});
        case 'K':
            return push(static_cast<std::int64_t>(byte()));
        case 'M':
            return push(static_cast<std::int64_t>(number<std::uint16_t>()));
        case 'J':
            return push(static_cast<std::int64_t>(number<std::int32_t>()));
        case '\x8a': // LONG1
            return push(longNumber());
        case 'G': // BINFLOAT
            take(8);
            return push(Nothing{});
        case '\x8c': // SHORT_BINUNICODE
            return push(text(byte()));
        case 'X':
            return push(text(number<std::uint32_t>()));
        case '\x8d': // BINUNICODE8
            return push(text(number<std::uint64_t>()));
        case 'c': {
            const std::string module = line();
            return push(global(module + " " + line()));
        }
        case '\x93': { // STACK_GLOBAL
            const Value name = pop(), module = pop();
            if (!name.as<std::string>() || !module.as<std::string>())
                throw Damaged{"that names a function by something else than text"};
            return push(global(*module.as<std::string>() + " " + *name.as<std::string>()));
        }
        default:
            return false;
        }
    }

    bool memory(char operation)
    {
        switch (operation) {
        case 'q':
            return remember(byte());
        case 'r':
            return remember(number<std::uint32_t>());
        case '\x94': // MEMOIZE
            return remember(static_cast<std::uint32_t>(m_memo.size()));
        case 'h':
            return recall(byte());
        case 'j':
            return recall(number<std::uint32_t>());
        case '0': // POP
            pop();
            return true;
        default:
            return false;
        }
    }

    bool container(char operation)
    {
        switch (operation) {
        case '(':
            return push(Mark{});
        case ')':
            return push(std::make_shared<const Tuple>());
        case '}':
            return push(std::make_shared<Entries>());
        case 't':
            return push(tuple(sinceMark()));
        case '\x85':
        case '\x86':
        case '\x87': // TUPLE1 to TUPLE3
            return push(tuple(last(static_cast<std::size_t>(operation - '\x85') + 1)));
        case 's':
            return insert(last(2));
        case 'u':
            return insert(sinceMark());
        case 'b': // BUILD: attributes, of which none counts
            pop();
            return true;
        case 'R':
            return reduce();
        case 'Q':
            return persistent();
        case '.':
            m_isOver = true;
            return true;
        default:
            return false;
        }
    }

    Value tuple(std::vector<Value> items) const
    {
        auto made = std::make_shared<Tuple>();
        if (items.size() > kMostTuple)
            throw Damaged{"with a tuple that is too long"};
        for (const Value& item : items)
            if (const auto* inner = item.as<std::shared_ptr<const Tuple>>())
                made->depth = std::max(made->depth, (*inner)->depth + 1);
        if (made->depth > kDeepest)
            throw Damaged{"with tuples that are nested too deep"};
        made->items = std::move(items);
        return std::shared_ptr<const Tuple>(std::move(made));
    }

    bool insert(const std::vector<Value>& items)
    {
        const auto* dictionary = m_stack.empty() ? nullptr : m_stack.back().as<Dictionary>();
        if (!dictionary || items.size() % 2 != 0)
            throw Damaged{"that puts things where no dictionary is"};
        for (std::size_t i = 0; i < items.size(); i += 2)
            if (const auto* tensor = items[i + 1].as<std::shared_ptr<const PickledTensor>>()) {
                if (!items[i].as<std::string>())
                    throw Damaged{"with a tensor that has no name"};
                (*dictionary)->emplace_back(*items[i].as<std::string>(), **tensor);
            }
        return true;
    }

    bool reduce()
    {
        const Value arguments = pop(), function = pop();
        const auto* items = arguments.as<std::shared_ptr<const Tuple>>();
        const auto* what = function.as<Global>();
        if (!items || !what)
            throw Damaged{"that calls something that is not a function"};
        const std::string& kind = kAllowed.at(what->name);
        const auto& args = (*items)->items;
        if (kind == "dict" && args.empty())
            return push(std::make_shared<Entries>());
        if (kind == "tensor" && args.size() >= 6)
            return push(tensorOf(args));
        if (kind == "parameter" && !args.empty() && args[0].as<std::shared_ptr<const PickledTensor>>())
            return push(args[0]);
        throw Damaged{"that calls " + what->name + " with arguments that make no sense"};
    }

    static Value tensorOf(const std::vector<Value>& args)
    {
        const auto* storage = args[0].as<Storage>();
        const auto* offset = args[1].as<std::int64_t>();
        auto tensor = std::make_shared<PickledTensor>();
        if (!storage || !offset || !numbersOf(args[2], tensor->shape) || !numbersOf(args[3], tensor->strides))
            throw Damaged{"with a tensor that has no storage, place or shape"};
        tensor->storageType = storage->type;
        tensor->storageKey = storage->key;
        tensor->storageCount = storage->count;
        tensor->offset = *offset;
        return std::shared_ptr<const PickledTensor>(std::move(tensor));
    }

    static bool numbersOf(const Value& value, std::vector<std::int64_t>& to)
    {
        const auto* items = value.as<std::shared_ptr<const Tuple>>();
        if (!items)
            return false;
        for (const Value& item : (*items)->items) {
            if (!item.as<std::int64_t>())
                return false;
            to.push_back(*item.as<std::int64_t>());
        }
        return true;
    }

    /// ("storage", type, key, device, count).
    bool persistent()
    {
        const Value id = pop();
        const auto* items = id.as<std::shared_ptr<const Tuple>>();
        if (items && (*items)->items.size() == 5) {
            const auto& args = (*items)->items;
            const auto* word = args[0].as<std::string>();
            const auto* type = args[1].as<Global>();
            const auto* key = args[2].as<std::string>();
            const auto* count = args[4].as<std::int64_t>();
            if (word && *word == "storage" && type && kAllowed.at(type->name) == "storage" && key && count)
                return push(Storage{type->name.substr(type->name.find(' ') + 1), *key, *count});
        }
        throw Damaged{"with a storage that makes no sense"};
    }

    static Global global(const std::string& name)
    {
        if (!kAllowed.contains(name))
            throw Damaged{"that asks for " + printable(name.substr(0, 80)) +
                          ", and nothing is read but tensors"};
        return {name};
    }

    bool push(Value value)
    {
        m_stack.push_back(std::move(value));
        return true;
    }
    Value pop()
    {
        if (m_stack.empty())
            throw Damaged{"that takes more than it has"};
        Value value = std::move(m_stack.back());
        m_stack.pop_back();
        return value;
    }
    std::vector<Value> last(std::size_t count)
    {
        std::vector<Value> items(count);
        for (std::size_t i = count; i-- > 0;)
            items[i] = pop();
        return items;
    }
    std::vector<Value> sinceMark()
    {
        std::size_t at = m_stack.size();
        while (at > 0 && !m_stack[at - 1].as<Mark>())
            --at;
        if (at == 0)
            throw Damaged{"that takes more than it has"};
        std::vector<Value> items(std::make_move_iterator(m_stack.begin() + static_cast<std::ptrdiff_t>(at)),
                                 std::make_move_iterator(m_stack.end()));
        m_stack.resize(at - 1);
        return items;
    }
    bool remember(std::uint32_t place)
    {
        if (m_stack.empty())
            throw Damaged{"that takes more than it has"};
        m_memo[place] = m_stack.back();
        return true;
    }
    bool recall(std::uint32_t place)
    {
        const auto at = m_memo.find(place);
        if (at == m_memo.end())
            throw Damaged{"that remembers what it never had"};
        return push(at->second);
    }

    std::span<const std::uint8_t> take(std::uint64_t count)
    {
        if (count > m_code.size())
            throw Damaged{"that is cut off"};
        const auto taken = m_code.first(count);
        m_code = m_code.subspan(count);
        return taken;
    }
    std::uint8_t byte() { return take(1)[0]; }
    template<class T>
    T number()
    {
        T value = 0;
        std::memcpy(&value, take(sizeof value).data(), sizeof value);
        return value;
    }
    std::int64_t longNumber()
    {
        const auto bytes = take(byte());
        if (bytes.size() > sizeof(std::int64_t))
            throw Damaged{"with a number that is too long"};
        std::uint64_t value = !bytes.empty() && bytes.back() >= 0x80 ? ~std::uint64_t{0} : 0;
        std::memcpy(&value, bytes.data(), bytes.size());
        return static_cast<std::int64_t>(value);
    }
    std::string text(std::uint64_t length)
    {
        const auto bytes = take(length);
        return {bytes.begin(), bytes.end()};
    }
    std::string line()
    {
        std::string word;
        for (char c = static_cast<char>(byte()); c != '\n'; c = static_cast<char>(byte()))
            word += c;
        return word;
    }
    static std::string hex(char operation)
    {
        const char* digits = "0123456789abcdef";
        const auto value = static_cast<unsigned char>(operation);
        return {digits[value >> 4], digits[value & 15]};
    }

    std::span<const std::uint8_t> m_code;
    std::vector<Value> m_stack;
    std::map<std::uint32_t, Value> m_memo;
    bool m_isOver = false;
};

} // namespace

Result<Entries> readStateDict(std::span<const std::uint8_t> pickle)
{
    try {
        return Machine(pickle).run();
    } catch (const Damaged& damaged) {
        return invalidFile("found a pickle " + damaged.what);
    }
}

} // namespace hareloom
