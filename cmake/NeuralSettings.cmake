# Whether core/neural is built, its file's name, and what marks that program and library were built together.
include(GNUInstallDirs)
set(HARELOOM_HAS_NEURAL OFF)
if(HARELOOM_NEURAL)
  find_package(LibTorch 1.13)
  set(HARELOOM_HAS_NEURAL ${LibTorch_FOUND})
  if(NOT LibTorch_FOUND)
    message(WARNING "LibTorch 1.13 or later was not found: the image family is left out. Install libtorch-dev, name a "
      "LibTorch with -DLibTorch_ROOT=..., or silence this with -DHARELOOM_NEURAL=OFF.")
  endif()
endif()
set(HARELOOM_NEURAL_FILE libhareloom_neural.so)
set(HARELOOM_NEURAL_BUILD "${PROJECT_VERSION}-${CMAKE_CXX_COMPILER_ID}-${CMAKE_CXX_COMPILER_VERSION}")
