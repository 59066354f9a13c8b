# hareloom_embed(OUT file.cpp NAMESPACE-free symbol map): text files become string literals, so that the
# engine needs no files beside it and no Qt resources.
function(hareloom_embed out function)
  set(entries "")
  foreach(file ${ARGN})
    get_filename_component(id ${file} NAME_WE)
    file(READ ${file} text)
    # A raw string literal may hold 64 KiB in every compiler; split well below.
    string(LENGTH "${text}" length)
    set(literals "")
    set(at 0)
    while(at LESS length)
      string(SUBSTRING "${text}" ${at} 8000 piece)
      string(APPEND literals "R\"~~~~(${piece})~~~~\" ")
      math(EXPR at "${at} + 8000")
    endwhile()
    string(APPEND entries "    {\"${id}\", ${literals}},\n")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  endforeach()
  file(CONFIGURE OUTPUT ${out} @ONLY CONTENT
"// Made by cmake/EmbedText.cmake.
#include \"core/base/EmbeddedText.h\"

namespace hareloom {
static constexpr EmbeddedText kTexts[] = {
@entries@};
std::span<const EmbeddedText> ${function}() { return kTexts; }
} // namespace hareloom
")
endfunction()
