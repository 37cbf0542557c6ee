# SPDX-FileCopyrightText: 2026 The Paretoscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# LibTorch as one interface target, and its precompiled header (a torch translation unit costs seconds).

find_package(Torch REQUIRED)

add_library(paretoscope_torch INTERFACE)
target_link_libraries(paretoscope_torch INTERFACE ${TORCH_LIBRARIES} OpenMP::OpenMP_CXX)
target_include_directories(paretoscope_torch SYSTEM INTERFACE ${TORCH_INCLUDE_DIRS})
separate_arguments(torch_flags UNIX_COMMAND "${TORCH_CXX_FLAGS}")
target_compile_options(paretoscope_torch INTERFACE ${torch_flags})

add_library(paretoscope_torch_pch STATIC ${CMAKE_SOURCE_DIR}/cmake/torch_pch.cpp)
target_link_libraries(paretoscope_torch_pch PRIVATE paretoscope_flags paretoscope_torch)
paretoscope_optimise(paretoscope_torch_pch)
target_precompile_headers(paretoscope_torch_pch PRIVATE <torch/types.h> <torch/csrc/autograd/custom_function.h>)
