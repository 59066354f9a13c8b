// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/families/discrete/StateNames.h"
#include "ui/stage/LostList.h"
#include "ui/stage/Stage.h"

namespace hareloom::ui {

/// Which states a chain has lost up to the generation that is looked at. Reads each generation once while one goes
/// forward.
class LostStates
{
public:
    /// `first`: generation 0.
    void begin(const GenerationPtr& first);
    LostList at(const StageFrame& frame, const StateNames& names) const;

private:
    void read(const Generation& generation) const;

    GenerationPtr m_first;
    mutable std::vector<int> m_lastAlive; // by state: the last generation that had it
    mutable GenerationPtr m_until;        // that was read
    mutable ChainIndex m_chain = -1;
};

} // namespace hareloom::ui
