# Headers of other people's libraries that many sources include are read once (CONTRIBUTING.md, "How the build stays
# fast"). None of ours is in these lists: the rest would compile anew whenever it changes. Each source still includes
# what it uses; -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON builds without any of this.
set(HARELOOM_STD_HEADERS <algorithm> <array> <cmath> <cstdint> <functional> <limits> <map> <memory> <mutex> <numbers>
  <numeric> <optional> <span> <string> <string_view> <variant> <vector>)
set(HARELOOM_QT_HEADERS <QAction> <QComboBox> <QCoreApplication> <QDialog> <QDir> <QFileInfo> <QHBoxLayout> <QKeyEvent>
  <QLabel> <QLineEdit> <QPainter> <QPainterPath> <QPointer> <QPushButton> <QSettings> <QTimer> <QToolButton> <QVBoxLayout>
  <QWidget>)

# hareloom_precompile(name LINK libraries... HEADERS headers...): headers that several targets share, each with
# REUSE_FROM name. They must agree with it in every option, and in every macro that the headers ask for.
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/nothing.cpp CONTENT "// A library has a source.\n")
function(hareloom_precompile name)
  cmake_parse_arguments(P "" "" "LINK;HEADERS" ${ARGN})
  add_library(${name} OBJECT ${CMAKE_BINARY_DIR}/nothing.cpp)
  target_link_libraries(${name} PRIVATE hareloom_settings ${P_LINK})
  target_precompile_headers(${name} PRIVATE ${P_HEADERS})
endfunction()

# hareloom_precompile_torch(target ARGUMENTS of target_precompile_headers...): LibTorch's headers, for those sources of
# `target` that include them and have no options of their own.
function(hareloom_precompile_torch target)
  target_precompile_headers(${target} ${ARGN})
  get_target_property(sources ${target} SOURCES)
  foreach(source IN LISTS sources)
    get_source_file_property(options ${source} COMPILE_OPTIONS)
    file(STRINGS ${source} torch REGEX "#include .*(ATen/ATen.h|torch/Device|image/DeviceVae|VaeProducts)" LIMIT_COUNT 1)
    if(options OR NOT torch)
      set_source_files_properties(${source} PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
    endif()
  endforeach()
endfunction()
