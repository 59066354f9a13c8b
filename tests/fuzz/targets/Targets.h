// SPDX-License-Identifier: GPL-3.0-or-later
// Each target, under the name of its corpus.
#pragma once

#include "tests/fuzz/targets/Target.h"

namespace hareloom::fuzz {

void address(Input input);
void archive(Input input);
void block(Input input);
void config(Input input);
void csv(Input input);
void experiment(Input input);
void ids(Input input);
void idx(Input input);
void labels(Input input);
void lesson(Input input);
void pickle(Input input);
void png(Input input);
void published(Input input);
void safetensors(Input input);
void session(Input input);
void snapshot(Input input);
void sweep(Input input);
void text(Input input);
void tokenizer(Input input);
void torch(Input input);
void vocabulary(Input input);
void weights(Input input);

} // namespace hareloom::fuzz
