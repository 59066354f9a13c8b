// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/film/AvLibrary.h"

#include "core/base/OwnLibrary.h"

namespace hareloom::ui {

Result<const AvLibrary*> avLibrary()
{
    static const Result<const AvLibrary*> opened = []() -> Result<const AvLibrary*> {
        const auto entry = entryOf({"libhareloom_film.so", kAvEntryName, HARELOOM_FILM_BUILT});
        if (!entry)
            return entry.error();
        const AvLibrary* library = reinterpret_cast<AvEntry*>(*entry)(HARELOOM_FILM_BUILD);
        if (!library)
            return unsupported("and libhareloom_film.so belongs to another build");
        return library;
    }();
    return opened;
}

} // namespace hareloom::ui
