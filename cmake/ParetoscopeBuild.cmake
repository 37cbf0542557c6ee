# SPDX-FileCopyrightText: 2026 The Paretoscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# How every library and program here is built: warnings, sanitizers, include root, and the torch header rules.

add_library(paretoscope_flags INTERFACE)
target_compile_options(paretoscope_flags INTERFACE -Wall -Wextra -Wpedantic -Wconversion
  -Wno-restrict # GCC 12 sees overlaps in std::string that are not there (its bug 105651)
  -Wno-missing-field-initializers) # designated initialisers leave the rest at its defaults, on purpose
if(PARETOSCOPE_WERROR)
  target_compile_options(paretoscope_flags INTERFACE -Werror)
endif()
if(PARETOSCOPE_SANITIZE)
  target_compile_options(paretoscope_flags INTERFACE -fsanitize=${PARETOSCOPE_SANITIZE} -fno-omit-frame-pointer -g1)
  target_link_options(paretoscope_flags INTERFACE -fsanitize=${PARETOSCOPE_SANITIZE})
endif()
target_include_directories(paretoscope_flags INTERFACE ${CMAKE_SOURCE_DIR})

# paretoscope_optimise(TARGET): of what computes, also under a sanitizer; the rest compiles twice as fast without.
function(paretoscope_optimise target)
  if(PARETOSCOPE_SANITIZE)
    target_compile_options(${target} PRIVATE -O1)
  endif()
endfunction()
set(paretoscope_computing calibration data features hardware media objective search space supernet)

# dnas_library(NAME SOURCES ... [TORCH_SOURCES ...] USES ... [PRIVATE ...])
# One library a folder; USES is exactly what it may use, so a step in the wrong direction does not link.
# TORCH_SOURCES are those that see LibTorch. Its precompiled header leaves so many templates to the end of each
# compilation that an empty file takes ten seconds, so they are compiled several at a time, and no other file sees it.
function(dnas_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;TORCH_SOURCES;USES;PRIVATE" ${ARGN})
  add_library(dnas_${name} STATIC ${ARG_SOURCES} ${ARG_TORCH_SOURCES})
  target_link_libraries(dnas_${name} PUBLIC ${ARG_USES} PRIVATE paretoscope_flags ${ARG_PRIVATE})
  target_include_directories(dnas_${name} PUBLIC ${CMAKE_SOURCE_DIR})
  if(name IN_LIST paretoscope_computing)
    paretoscope_optimise(dnas_${name})
  endif()
  if(ARG_TORCH_SOURCES)
    target_link_libraries(dnas_${name} PRIVATE paretoscope_torch)
    target_precompile_headers(dnas_${name} REUSE_FROM paretoscope_torch_pch)
    paretoscope_unity(dnas_${name} 5)
    set_source_files_properties(${ARG_SOURCES} PROPERTIES
      SKIP_PRECOMPILE_HEADERS ON SKIP_UNITY_BUILD_INCLUSION ON)
  endif()
endfunction()
