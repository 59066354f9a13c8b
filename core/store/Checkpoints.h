// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/experiment/Experiment.h"
#include "core/family/Generation.h"

namespace hareloom {

/// Weights of a session's networks, which would make the session too large: in a folder beside it. An
/// autoencoder is the file SESSION.models/chain-C-generation-G.safetensors; a language model is the folder
/// SESSION.models/chain-C-generation-G in Hugging Face's layout, its tokenizer included. Kept are those of
/// generation 0, the last, every model.keepEvery-th, and all of them where the policy needs every model's
/// sample again to go on.
class Checkpoints
{
public:
    Checkpoints(const std::string& sessionPath, const Experiment& experiment);

    /// Before the generation is committed: a session never refers to weights that are not on the disk.
    /// Families without weights write nothing. Errors: System.
    Result<void> write(const Generation& generation);
    /// What was written is committed: those that it replaces are removed.
    void committed();
    /// What was written is not in the session.
    void undone() { m_obsolete.clear(); }

    /// The snapshot with its weights, where the file is there. Errors: InvalidFile.
    Result<SnapshotPtr> withWeights(ChainIndex chain, int index, SnapshotPtr snapshot) const;
    /// Copies the folder for a session at `sessionPath`. Errors: System.
    Result<void> copyFor(const std::string& sessionPath) const;
    static std::string folderFor(const std::string& sessionPath) { return sessionPath + ".models"; }

private:
    std::string placeOf(ChainIndex chain, int index, const Snapshot& snapshot) const;
    bool isKept(ChainIndex chain, int index) const;

    std::string m_folder;
    std::vector<Experiment> m_variants;
    std::int64_t m_chains;
    std::vector<std::string> m_obsolete;
};

} // namespace hareloom
