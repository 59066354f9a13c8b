// SPDX-License-Identifier: GPL-3.0-or-later
// The targets without libFuzzer, for every compiler: a corpus, then mutations of it for a while. Seeded: the
// same mutations in the same order every time, as many as the time allows.
#include "core/base/Rng.h"
#include "tests/fuzz/Damage.h"
#include "tests/fuzz/targets/Targets.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace {

using namespace hareloom;
using namespace hareloom::fuzz;
namespace fs = std::filesystem;

std::vector<Bytes> corpusIn(const fs::path& folder)
{
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder))
        files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<Bytes> corpus;
    for (const fs::path& file : files) {
        std::ifstream in(file, std::ios::binary);
        corpus.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    return corpus;
}

/// One of the corpus with small damages, and at times with a piece of another.
Bytes mutated(const std::vector<Bytes>& corpus, Rng& rng)
{
    Bytes bytes = corpus[rng.below(corpus.size())];
    if (rng.below(4) == 0) {
        const Bytes& other = corpus[rng.below(corpus.size())];
        const std::size_t from = rng.below(other.size() + 1), length = rng.below(other.size() - from + 1);
        bytes.insert(bytes.begin() + static_cast<std::ptrdiff_t>(rng.below(bytes.size() + 1)),
                     other.begin() + static_cast<std::ptrdiff_t>(from),
                     other.begin() + static_cast<std::ptrdiff_t>(from + length));
    }
    damage(bytes, rng);
    return bytes;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 4) {
        std::fprintf(stderr, "usage: fuzz_replay TARGET CORPUS SECONDS\n");
        return 2;
    }
    const auto all = targets();
    const auto target = std::find_if(all.begin(), all.end(),
                                     [&](const Target& each) { return std::string(each.name) == argv[1]; });
    if (target == all.end()) {
        std::fprintf(stderr, "fuzz_replay: there is no target %s\n", argv[1]);
        return 2;
    }
    const std::vector<Bytes> corpus = corpusIn(argv[2]);
    if (corpus.empty()) {
        std::fprintf(stderr, "fuzz_replay: %s holds no input\n", argv[2]);
        return 2;
    }
    for (const Bytes& input : corpus)
        target->run(input);
    const auto end = std::chrono::steady_clock::now() + std::chrono::duration<double>(std::atof(argv[3]));
    Rng rng(1);
    std::int64_t mutations = 0;
    for (; std::chrono::steady_clock::now() < end; ++mutations)
        target->run(mutated(corpus, rng));
    std::printf("%s: %zu inputs of the corpus and %lld mutations stood\n", argv[1], corpus.size(),
                static_cast<long long>(mutations));
    return 0;
}
