// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/film/AvLibrary.h"
#include "ui/film/av/AvEncoder.h"
#include "ui/film/av/AvParts.h"

#include <cstring>

namespace hareloom::ui::av {

namespace {

class Library final : public AvLibrary
{
public:
    // What goes wrong is told as an error; libav's own words would go to the terminal.
    Library() { av_log_set_level(AV_LOG_QUIET); }
    bool canEncode(FilmFormat format) const override { return encoderFor(format) != nullptr; }
    std::unique_ptr<FilmEncoder> make(FilmFile file) const override { return makeAvEncoder(std::move(file)); }
};

} // namespace

} // namespace hareloom::ui::av

extern "C" __attribute__((visibility("default"))) const hareloom::ui::AvLibrary*
hareloomAvLibrary(const char* build)
{
    static const hareloom::ui::av::Library library;
    return std::strcmp(build, HARELOOM_FILM_BUILD) == 0 ? &library : nullptr;
}
