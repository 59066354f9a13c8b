# Whether LibTorch is there, for images and cards, and what marks that program and libraries were built together.
include(GNUInstallDirs)
set(HARELOOM_HAS_TORCH OFF)
if(HARELOOM_NEURAL)
  find_package(LibTorch 1.13)
  set(HARELOOM_HAS_TORCH ${LibTorch_FOUND})
  if(NOT LibTorch_FOUND)
    message(WARNING "LibTorch 1.13 or later was not found: images and graphics cards are left out; language models run on "
      "the processor. Install libtorch-dev, name a LibTorch with -DLibTorch_ROOT=..., or silence this with "
      "-DHARELOOM_NEURAL=OFF.")
  endif()
endif()
set(HARELOOM_NEURAL_BUILD "${PROJECT_VERSION}-${CMAKE_CXX_COMPILER_ID}-${CMAKE_CXX_COMPILER_VERSION}")
