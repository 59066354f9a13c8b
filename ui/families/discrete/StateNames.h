// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/Ticks.h"

#include <functional>
#include <string>
#include <vector>

namespace hareloom::ui {

/// What states are called.
class StateNames
{
public:
    /// By state; may be fewer. Those that are nothing but the states' numbers are none.
    explicit StateNames(std::vector<std::string> names = {});

    bool areWords() const { return !m_names.empty(); }
    /// Its name, or its number from 1.
    QString of(int state) const;
    /// The same where nothing else says that it is a state: "pigeon", "state 7".
    QString called(int state) const;

private:
    std::vector<std::string> m_names;
};

/// Under bars that stand side by side, one a rank from 0: each that has room is called by `nameOf`;
/// `areWords` leaves more room for each, or cuts names where each bar can be called then. In the small font.
std::vector<Tick> rankTicks(const AxisRange& x, double width, std::size_t ranks, bool areWords,
                            const std::function<QString(std::size_t rank)>& nameOf);

} // namespace hareloom::ui
