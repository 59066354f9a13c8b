// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace hareloom {

enum class ErrorKind {
    InvalidInput, // what a person typed or a configuration says; exit status 2
    InvalidData,  // rows a model cannot be fitted on
    InvalidFile,  // a file that is not what it claims to be; exit status 2
    Unsupported,  // a combination for which no mathematics or code exists
    Stopped,      // the caller asked to stop; nothing is wrong
    System,       // disk full, no permission, out of memory
};

/// A sentence or two for a person, on one line: what is wrong, where, and what to do (core/base/Refusal.h).
struct Error
{
    ErrorKind kind = ErrorKind::InvalidInput;
    std::string message;
    std::string path = {}; // of the setting that is refused, as in JSON: "policy.realShare"; empty: of none
};

/// A value, or the reason why there is none. Reading the side that is absent is a bug and throws.
template<class T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    T& value() & { return std::get<0>(m_state); }
    const T& value() const& { return std::get<0>(m_state); }
    T&& value() && { return std::get<0>(std::move(m_state)); }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }
    const Error& error() const { return std::get<1>(m_state); }

    /// `next(value)`, a Result of its own, or this error.
    template<class Next>
    auto and_then(const Next& next) && -> decltype(next(std::declval<T>()))
    {
        if (!ok())
            return error();
        return next(std::move(*this).value());
    }
    /// The value as `made` of it, or this error.
    template<class Make>
    auto transform(const Make& make) && -> Result<decltype(make(std::declval<T>()))>
    {
        if (!ok())
            return error();
        return make(std::move(*this).value());
    }

private:
    std::variant<T, Error> m_state;
};

template<>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)), m_ok(false) {}

    bool ok() const { return m_ok; }
    explicit operator bool() const { return m_ok; }
    const Error& error() const { return m_error; }

    /// `next()`, a Result of its own, or this error.
    template<class Next>
    auto and_then(const Next& next) const -> decltype(next())
    {
        if (!m_ok)
            return m_error;
        return next();
    }
    /// What `make()` returns, or this error.
    template<class Make>
    auto transform(const Make& make) const -> Result<decltype(make())>
    {
        if (!m_ok)
            return m_error;
        return make();
    }

private:
    Error m_error;
    bool m_ok = true;
};

inline Error invalidInput(std::string message)
{
    return {ErrorKind::InvalidInput, std::move(message)};
}
/// InvalidInput about one setting, or an element of its list: "path: why".
inline Error invalidSetting(const std::string& path, const std::string& why)
{
    return {ErrorKind::InvalidInput, path + ": " + why, path.substr(0, path.find('['))};
}
inline Error invalidData(std::string message)
{
    return {ErrorKind::InvalidData, std::move(message)};
}
inline Error invalidFile(std::string message)
{
    return {ErrorKind::InvalidFile, std::move(message)};
}
inline Error unsupported(std::string message)
{
    return {ErrorKind::Unsupported, std::move(message)};
}
inline Error systemError(std::string message)
{
    return {ErrorKind::System, std::move(message)};
}
inline Error stopped()
{
    return {ErrorKind::Stopped, "stopped on request"};
}

} // namespace hareloom
