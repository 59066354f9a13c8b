// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chain/Chain.h"

#include <memory>
#include <vector>

namespace hareloom {

/// What a worker advances: chains that no other worker may advance meanwhile. One thread at a time.
class Strand
{
public:
    virtual ~Strand() = default;

    /// The chain whose generation is being made, or is made next.
    virtual const Chain& chain() const = 0;
    virtual bool isFinished() const = 0;
    /// How many chains it stands for.
    virtual std::int64_t chains() const = 0;
    /// Makes the next generation of its chains, and adds it to `made`. Errors: as Chain::advance().
    virtual Result<void> advance(FitContext& context, std::vector<GenerationPtr>& made) = 0;
    /// Strands that have begun meanwhile; each is handed out once.
    virtual std::vector<std::unique_ptr<Strand>> begun() { return {}; }
};
using Strands = std::vector<std::unique_ptr<Strand>>;

} // namespace hareloom
