// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/TestProgram.h"

#include <cstdio>
#include <map>
#include <string>

namespace {

std::map<std::string, hareloom::test::RunClass, std::less<>>& classes()
{
    static std::map<std::string, hareloom::test::RunClass, std::less<>> all;
    return all;
}

} // namespace

bool hareloom::test::signUp(const char* name, RunClass run)
{
    return classes().emplace(name, run).second;
}

int main(int argc, char** argv)
{
    const auto found = argc > 1 ? classes().find(std::string_view(argv[1])) : classes().end();
    if (found == classes().end()) {
        std::fprintf(stderr, "Name one of these test classes first, then QtTest's own arguments:\n");
        for (const auto& [name, run] : classes())
            std::fprintf(stderr, "  %s\n", name.c_str());
        return 2;
    }
    argv[1] = argv[0]; // QtTest sees its own arguments alone
    return found->second(argc - 1, argv + 1);
}
