// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/family/Generation.h"
#include "core/store/ChainPlan.h"

#include <string_view>

namespace hareloom {

/// Weights of a session's networks, which would make the session too large: in a folder beside it. An
/// autoencoder is the file SESSION.models/chain-C-generation-G.safetensors; a language model is the folder
/// SESSION.models/chain-C-generation-G in Hugging Face's layout, its tokenizer included. Kept are those of
/// generation 0, the last, every model.keepEvery-th, those that branches begin after, and all of them where
/// the policy needs every model's sample again to go on.
class Checkpoints
{
public:
    /// `plan` outlives it. A branch finds the weights that it shares where they lie.
    Checkpoints(const std::string& sessionPath, const ChainPlan& plan);

    /// Before the generation is committed: a session never refers to weights that are not on the disk.
    /// Returns the SHA-256 of what lies there then, 32 bytes; empty where the generation has no weights
    /// there. Errors: System.
    Result<std::string> write(const Generation& generation);
    /// What was written is committed: those that it replaces are removed.
    void committed();
    /// What was written is not in the session.
    void undone() { m_obsolete.clear(); }

    /// The snapshot with its weights, where they are there. `digest`: what write() said of them; empty: not
    /// known. Errors: InvalidFile.
    Result<SnapshotPtr> withWeights(ChainIndex chain, int index, SnapshotPtr snapshot,
                                    std::string_view digest) const;
    /// What lies there now: SHA-256 of a file, or of a folder's names and files; empty where there is
    /// nothing. Errors: System.
    Result<std::string> digestOf(ChainIndex chain, int index, const Snapshot& snapshot) const;
    /// Copies the session's weights to `folder`, which is not there yet, and flushes them to the disk; makes
    /// none where there are no weights. Errors: System.
    Result<void> copyTo(const std::string& folder) const;

    static std::string folderFor(const std::string& sessionPath) { return sessionPath + ".models"; }
    /// Whether there is nothing in the folder but what this program puts there; also where there is no
    /// folder.
    static bool isOurs(const std::string& folder);
    /// Whether there is no folder of this name, or an empty one.
    static bool isFree(const std::string& folder);
    /// Deletes the weights in the folder, and the folder where it is empty then. What others have put there
    /// stays.
    static void remove(const std::string& folder);
    /// Deletes what killed processes have left half written in the folder, and beside it under its name.
    static void removeUnfinished(const std::string& folder);

private:
    std::string placeOf(ChainIndex chain, int index, const Snapshot& snapshot) const;

    std::string m_folder;
    const ChainPlan& m_plan;
    bool m_hasNetworks;
    std::vector<std::string> m_obsolete;
};

} // namespace hareloom
