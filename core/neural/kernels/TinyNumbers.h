// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace hareloom::neural {

/// From now on the calling thread takes subnormal floats for 0, as results and as operands: they are too
/// small to matter and take many times as long. Part of the result's bytes: every thread that computes a
/// network calls it first. Processors other than x86-64 and aarch64: nothing happens.
void flushTinyNumbers();

} // namespace hareloom::neural
