# One place for the language level, warnings, sanitizers and the floating-point contract.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "" FORCE)
endif()

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
  # It keeps nothing that a precompiled header was used for, unless told that no macro of time is in there.
  set(CMAKE_CXX_COMPILER_LAUNCHER env CCACHE_SLOPPINESS=pch_defines,time_macros ${CCACHE_PROGRAM})
endif()

add_library(hareloom_settings INTERFACE)
target_include_directories(hareloom_settings INTERFACE ${CMAKE_SOURCE_DIR})
# -Wno-restrict: GCC 12 sees overlaps in std::string where there are none (its bug 105329).
# No contraction to fused multiply-add: the same seed gives the same bytes on every instruction set.
target_compile_options(hareloom_settings INTERFACE
  -Wall -Wextra -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict> -ffp-contract=off)
# With precompiled headers GCC 12 forgets that std::string comes from the system, and warns of bounds in it that nothing
# crosses. -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON brings these warnings back.
if(NOT CMAKE_DISABLE_PRECOMPILE_HEADERS AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(hareloom_settings INTERFACE -Wno-array-bounds -Wno-stringop-overflow -Wno-stringop-overread)
endif()
# Only with the compiler of Debian 12, whose warnings are all answered: a newer one sees overflows in std::vector where
# there are none (GCC 14), and must not keep anybody from running the tests.
if(HARELOOM_WERROR AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(hareloom_settings INTERFACE -Werror)
endif()
# Functions and lines are what backtraces, profilers and sanitizers name. With variables, too, each of a hundred test
# programs carries a quarter of a gigabyte.
if(CMAKE_BUILD_TYPE STREQUAL "RelWithDebInfo")
  add_compile_options(-g${HARELOOM_SYMBOLS})
endif()
if(HARELOOM_SANITIZE)
  add_compile_options(-fsanitize=${HARELOOM_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
  add_link_options(-fsanitize=${HARELOOM_SANITIZE})
endif()
