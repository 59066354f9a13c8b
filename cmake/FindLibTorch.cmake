# LibTorch 1.13 or later as the target LibTorch::LibTorch: Debian's libtorch-dev, an unpacked LibTorch, or pip's torch
# package (-DLibTorch_ROOT=.../site-packages/torch). TorchConfig.cmake is not used: with pip's package it demands a CUDA
# toolkit even where nothing is compiled for CUDA.
find_path(LibTorch_INCLUDE_DIR ATen/ATen.h PATH_SUFFIXES include)
find_library(LibTorch_CPU_LIBRARY torch_cpu PATH_SUFFIXES lib)
find_library(LibTorch_C10_LIBRARY c10 PATH_SUFFIXES lib)
find_library(LibTorch_CUDA_LIBRARY torch_cuda PATH_SUFFIXES lib)
find_library(LibTorch_C10_CUDA_LIBRARY c10_cuda PATH_SUFFIXES lib)
# CUDA's headers and runtime: of a toolkit, or of the packages that pip's torch comes with. Without them cards are used
# all the same, but neither named nor measured, and no step is recorded.
if(LibTorch_CUDA_LIBRARY)
  file(GLOB LibTorch_pip_cuda ${LibTorch_INCLUDE_DIR}/../../nvidia/cu* ${LibTorch_INCLUDE_DIR}/../../nvidia/cuda_runtime)
  find_path(LibTorch_CUDA_INCLUDE_DIR cuda_runtime_api.h
    HINTS ENV CUDA_HOME /usr/local/cuda ${LibTorch_pip_cuda} PATH_SUFFIXES include)
  find_library(LibTorch_CUDART_LIBRARY NAMES cudart libcudart.so.13 libcudart.so.12
    HINTS ENV CUDA_HOME /usr/local/cuda ${LibTorch_pip_cuda} PATH_SUFFIXES lib64 lib)
endif()
mark_as_advanced(LibTorch_CUDA_INCLUDE_DIR LibTorch_CUDART_LIBRARY LibTorch_INCLUDE_DIR LibTorch_CPU_LIBRARY LibTorch_C10_LIBRARY LibTorch_CUDA_LIBRARY
  LibTorch_C10_CUDA_LIBRARY)

if(LibTorch_INCLUDE_DIR)
  foreach(header torch/headeronly/version.h torch/csrc/api/include/torch/version.h)
    if(NOT LibTorch_VERSION AND EXISTS ${LibTorch_INCLUDE_DIR}/${header})
      set(numbers "")
      foreach(part MAJOR MINOR PATCH)
        file(STRINGS ${LibTorch_INCLUDE_DIR}/${header} line REGEX "define TORCH_VERSION_${part} ")
        string(REGEX MATCH "[0-9]+" number "${line}")
        list(APPEND numbers "${number}")
      endforeach()
      list(JOIN numbers "." LibTorch_VERSION)
    endif()
  endforeach()
endif()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(LibTorch
  REQUIRED_VARS LibTorch_CPU_LIBRARY LibTorch_C10_LIBRARY LibTorch_INCLUDE_DIR VERSION_VAR LibTorch_VERSION)

if(LibTorch_FOUND AND NOT TARGET LibTorch::LibTorch)
  add_library(LibTorch::LibTorch INTERFACE IMPORTED)
  target_include_directories(LibTorch::LibTorch SYSTEM INTERFACE ${LibTorch_INCLUDE_DIR}
    ${LibTorch_INCLUDE_DIR}/torch/csrc/api/include)
  set(libraries ${LibTorch_CPU_LIBRARY} ${LibTorch_C10_LIBRARY})
  if(LibTorch_CUDA_LIBRARY)
    # CUDA's kernels register themselves: nothing refers to their library.
    list(APPEND libraries -Wl,--no-as-needed ${LibTorch_CUDA_LIBRARY} ${LibTorch_C10_CUDA_LIBRARY} -Wl,--as-needed)
    target_compile_definitions(LibTorch::LibTorch INTERFACE HARELOOM_TORCH_HAS_CUDA)
    if(LibTorch_CUDA_INCLUDE_DIR AND LibTorch_CUDART_LIBRARY)
      target_include_directories(LibTorch::LibTorch SYSTEM INTERFACE ${LibTorch_CUDA_INCLUDE_DIR})
      target_compile_definitions(LibTorch::LibTorch INTERFACE HARELOOM_CUDA)
      list(APPEND libraries ${LibTorch_CUDART_LIBRARY})
    endif()
  endif()
  target_link_libraries(LibTorch::LibTorch INTERFACE ${libraries})
endif()
