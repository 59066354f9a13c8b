// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/WriteJson.h"

#include "core/base/Utf8.h"

#include <nlohmann/json.hpp>

namespace hareloom {
namespace {

template<class Json>
void repair(Json& value)
{
    if (value.is_string()) {
        auto& text = value.template get_ref<std::string&>();
        if (invalidUtf8At(text))
            text = utf8Of(text);
    }
    if (value.is_object()) // keys are the program's own
        for (auto& [key, inner] : value.items())
            repair(inner);
    if (value.is_array())
        for (auto& inner : value)
            repair(inner);
}

template<class Json>
std::string written(Json&& value, int indent)
{
    repair(value);
    return value.dump(indent, ' ', false, Json::error_handler_t::replace);
}

} // namespace

std::string jsonText(nlohmann::json value, int indent)
{
    return written(std::move(value), indent);
}

std::string jsonText(nlohmann::ordered_json value, int indent)
{
    return written(std::move(value), indent);
}

std::string jsonString(std::string_view bytes)
{
    return nlohmann::json(utf8Of(bytes)).dump();
}

} // namespace hareloom
