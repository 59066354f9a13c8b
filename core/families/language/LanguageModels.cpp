// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/language/LanguageModels.h"

#include "core/families/language/LanguageNetworks.h"

#include <algorithm>

namespace hareloom {

std::shared_ptr<LanguageModels> LanguageModels::shared()
{
    static std::mutex mutex;
    static std::weak_ptr<LanguageModels> known;
    const std::lock_guard lock(mutex);
    auto models = known.lock();
    if (!models)
        known = models = std::make_shared<LanguageModels>();
    return models;
}

LanguageModels::Loan::Loan(std::shared_ptr<LanguageModels> owner, std::string device,
                           std::unique_ptr<LanguageModel> model)
    : m_owner(std::move(owner)), m_device(std::move(device)), m_model(std::move(model))
{
}

LanguageModels::Loan::~Loan()
{
    if (!m_model)
        return;
    const std::lock_guard lock(m_owner->m_mutex);
    m_owner->m_idle.push_back({std::move(m_device), std::move(m_model)});
}

std::unique_ptr<LanguageModel> LanguageModels::takeIdle(const LanguageArchitecture& architecture,
                                                        const std::string& device)
{
    const std::lock_guard lock(m_mutex);
    const auto found = std::find_if(m_idle.begin(), m_idle.end(), [&](const Idle& idle) {
        return idle.device == device && idle.model->architecture() == architecture;
    });
    if (found == m_idle.end())
        return nullptr;
    auto model = std::move(found->model);
    m_idle.erase(found);
    return model;
}

Result<LanguageModels::Loan> LanguageModels::take(LanguageArchitecture architecture, const LanguageWeights& weights,
                                                  const std::string& device)
{
    architecture.eos = -1; // a token like any other
    if (auto model = takeIdle(architecture, device)) {
        Loan loan(shared_from_this(), device, std::move(model));
        if (auto set = loan->setWeights(weights); !set)
            return set.error();
        return loan;
    }
    const auto networks = languageNetworks(device);
    if (!networks)
        return networks.error();
    auto made = (*networks)->makeModel(architecture, weights, device);
    if (!made)
        return made.error();
    return Loan(shared_from_this(), device, *std::move(made));
}

} // namespace hareloom
