// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <typeindex>
#include <utility>
#include <vector>

namespace hareloom {

/// The settings of every family, each in a struct that the family declares in its own room; one that was never
/// written has its default values. A value: copies are independent. Reading is safe in any thread, writing is not.
class ModelSettings
{
public:
    template<class S>
    const S& of() const
    {
        static const S usual{};
        const auto* found = find(typeid(S));
        return found ? *static_cast<const S*>(found->get()) : usual;
    }

    /// To be written; the reference is good until the settings are copied or another struct is written.
    template<class S>
    S& of()
    {
        const std::type_index type = typeid(S);
        auto own = std::make_shared<S>(std::as_const(*this).of<S>()); // copies may share the present one
        S& written = *own;
        for (auto& [known, settings] : m_all)
            if (known == type) {
                settings = std::move(own);
                return written;
            }
        m_all.emplace_back(type, std::move(own));
        return written;
    }

private:
    const std::shared_ptr<const void>* find(std::type_index type) const
    {
        for (const auto& [known, settings] : m_all)
            if (known == type)
                return &settings;
        return nullptr;
    }

    std::vector<std::pair<std::type_index, std::shared_ptr<const void>>> m_all;
};

} // namespace hareloom
