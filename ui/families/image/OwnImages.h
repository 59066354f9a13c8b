// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presets/OwnSource.h"

namespace hareloom::ui {

/// The quick experiment on somebody's own images, ready to run: a folder of PNGs, or of folders of them, one
/// a class; a folder with MNIST's files; an IDX file, by its name. Nothing where there are no images. By
/// the engine's own rules of what counts; looks at names only.
OwnExperiment experimentOnImages(const QString& path);

} // namespace hareloom::ui
