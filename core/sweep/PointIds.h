// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/experiment/Experiment.h"

#include <map>
#include <mutex>
#include <string>

namespace hareloom {

/// Names points by a hash of what decides their numbers. Reads each file of real data once. Any thread.
class PointIds
{
public:
    /// See SweepPlan::idOf(). `point` is an experiment that validate() takes, without variants. Errors: those
    /// of openSource().
    Result<std::string> of(const Experiment& point);

private:
    Result<std::string> dataDigest(const Experiment& point);

    std::mutex m_mutex;
    std::map<std::string, Result<std::string>> m_digests; // by what the data are read from
};

} // namespace hareloom
