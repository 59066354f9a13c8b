// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/UnderWay.h"

#include "core/base/ReadFile.h"

#include <fcntl.h>
#include <unistd.h>

#include <sstream>

namespace hareloom {
namespace {

constexpr std::size_t kLine = 64; // bytes of a worker's line
constexpr const char* kKilled = "its process was killed while it ran, perhaps because memory ran out";
constexpr const char* kAlone = "; no other chain ran beside it";

} // namespace

UnderWay::UnderWay(const std::string& path)
    : m_path(path), m_descriptor(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666))
{
}

UnderWay::~UnderWay()
{
    if (m_descriptor < 0)
        return;
    ::close(m_descriptor);
    ::unlink(m_path.c_str());
}

void UnderWay::note(int worker, const std::string& id, std::int64_t replicate)
{
    if (m_descriptor < 0)
        return;
    std::string line = id.empty() ? std::string() : id + " " + std::to_string(replicate);
    line.resize(kLine - 1, ' ');
    line += '\n';
    [[maybe_unused]] const auto written =
        ::pwrite(m_descriptor, line.data(), line.size(), static_cast<off_t>(kLine) * worker);
}

std::vector<ChainName> UnderWay::read(const std::string& path)
{
    constexpr std::int64_t kMostBytes = 1 << 20;
    std::vector<ChainName> chains;
    const auto text = readWholeFile(path, kMostBytes);
    std::istringstream lines(text ? *text : std::string());
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        ChainName chain;
        if (words >> chain.first >> chain.second)
            chains.push_back(std::move(chain));
    }
    return chains;
}

std::string killedReason(bool alone)
{
    return std::string(kKilled) + (alone ? kAlone : "");
}

bool wasKilled(const std::string& reason)
{
    return reason.starts_with(kKilled);
}

bool wasKilledAlone(const std::string& reason)
{
    return reason == killedReason(true);
}

} // namespace hareloom
