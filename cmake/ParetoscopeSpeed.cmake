# SPDX-FileCopyrightText: 2026 The Paretoscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What makes a build short and changes nothing of what is built: a compiler cache and a fast linker, where they are found.

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # Paths relative to the source tree, so that a second clone finds what the first one built; no second preprocessing
  # of a file that misses; and what the cache wants before it touches a file with a precompiled header.
  set(launcher ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 CCACHE_DEPEND=1
      CCACHE_SLOPPINESS=pch_defines,time_macros ${CCACHE})
  set(CMAKE_C_COMPILER_LAUNCHER ${launcher})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${launcher})
endif()

find_program(MOLD mold) # each of the many test programs is a link against LibTorch or Qt
if(MOLD AND CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 12.1)
  add_link_options(-fuse-ld=mold)
endif()

option(PARETOSCOPE_UNITY "Compile several sources at a time where headers cost more than sources" ON)

# paretoscope_unity(TARGET BATCH): GCC reads Qt, CLI11 or LibTorch for seconds; a precompiled header of them has hundreds of
# megabytes and is no faster to load (measured: docs/performance.md).
function(paretoscope_unity target batch)
  if(PARETOSCOPE_UNITY)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE ${batch})
  endif()
endfunction()
