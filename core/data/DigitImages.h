// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/ImageSet.h"

namespace hareloom {

/// The 1,797 handwritten digits that come with the program (resources/data/digits.csv): 8 x 8 pixels in
/// sixteenths of full ink, which are kept as bytes, white on black; classes 0 to 9. Alpaydin and Kaynak 1998.
/// Any thread.
ImageSetPtr digitImages();

} // namespace hareloom
