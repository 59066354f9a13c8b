// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/language/LanguageModel.h"

#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace hareloom {

/// Models that chains lend each other: one that has been given back is used again, because its memory takes long to
/// get. The generator and the evaluator of a chain work in turn and so share one. Any thread.
class LanguageModels : public std::enable_shared_from_this<LanguageModels>
{
public:
    /// The program's only one; it and all its models go when nobody holds it any more.
    static std::shared_ptr<LanguageModels> shared();

    /// Gives the model back when it goes out of scope.
    class Loan
    {
    public:
        Loan(std::shared_ptr<LanguageModels> owner, std::string device, std::unique_ptr<LanguageModel> model);
        Loan(Loan&&) = default;
        Loan& operator=(Loan&&) = delete;
        ~Loan();
        LanguageModel* operator->() const { return m_model.get(); }

    private:
        std::shared_ptr<LanguageModels> m_owner;
        std::string m_device;
        std::unique_ptr<LanguageModel> m_model;
    };

    /// A model with these weights, which goes on writing behind the mark that ends a text: a corpus is one stream, cut
    /// into blocks where they fall. Errors: those of LanguageNetworks::makeModel().
    Result<Loan> take(LanguageArchitecture architecture, const LanguageWeights& weights, const std::string& device);

private:
    struct Idle
    {
        std::string device;
        std::unique_ptr<LanguageModel> model;
    };
    std::unique_ptr<LanguageModel> takeIdle(const LanguageArchitecture& architecture, const std::string& device);

    std::mutex m_mutex;
    std::vector<Idle> m_idle;
};

} // namespace hareloom
