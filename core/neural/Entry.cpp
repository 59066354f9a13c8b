// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/NeuralLibraryImpl.h"

#include <cstring>

/// The library's one name. Null when the program that asks was not built together with it.
extern "C" __attribute__((visibility("default"))) const hareloom::NeuralLibrary*
hareloomNeuralLibrary(const char* build)
{
    return std::strcmp(build, HARELOOM_NEURAL_BUILD) == 0 ? &hareloom::neural::libraryImpl() : nullptr;
}
