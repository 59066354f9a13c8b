# hareloom_embed(OUT file.cpp NAMESPACE-free symbol map): text files become string literals, so that the
# engine needs no files beside it and no Qt resources. Each is called as its file, without the ending.
function(hareloom_embed out function)
  set(names "")
  foreach(file ${ARGN})
    get_filename_component(id ${file} NAME_WE)
    list(APPEND names ${id})
  endforeach()
  hareloom_embed_named(${out} ${function} "${ARGN}" "${names}")
endfunction()

# The same of every file in folders of `root`, each called "folder/file.ending".
function(hareloom_embed_folders out function root)
  set(files "")
  foreach(folder ${ARGN})
    file(GLOB inside CONFIGURE_DEPENDS ${root}/${folder}/*)
    list(APPEND files ${inside})
  endforeach()
  set(names ${files})
  list(TRANSFORM names REPLACE "^${root}/" "")
  hareloom_embed_named(${out} ${function} "${files}" "${names}")
endfunction()

function(hareloom_embed_named out function files names)
  set(entries "")
  foreach(file id IN ZIP_LISTS files names)
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
    string(APPEND entries "    {\"${id}\", ${literals}\"\"sv},\n") # a long text's length is not counted again
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  endforeach()
  file(CONFIGURE OUTPUT ${out} @ONLY CONTENT
"// Made by cmake/EmbedText.cmake.
#include \"core/base/EmbeddedText.h\"

namespace hareloom {
using std::string_view_literals::operator\"\"sv;
static constexpr EmbeddedText kTexts[] = {
@entries@};
std::span<const EmbeddedText> ${function}() { return kTexts; }
} // namespace hareloom
")
endfunction()
