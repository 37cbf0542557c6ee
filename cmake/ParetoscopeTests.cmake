# SPDX-FileCopyrightText: 2026 The Paretoscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

# paretoscope_add_test(NAME LABEL unit|gui|slow USES libraries... [TIMEOUT seconds])
# Builds NAME.cpp as a Qt Test program with a time limit, off-screen, in the C locale.
function(paretoscope_add_test name)
  cmake_parse_arguments(ARG "" "LABEL;TIMEOUT" "USES;SOURCES" ${ARGN})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 120)
  endif()
  if(PARETOSCOPE_SANITIZE)
    math(EXPR ARG_TIMEOUT "4 * ${ARG_TIMEOUT}")
  endif()
  add_executable(${name} ${name}.cpp ${ARG_SOURCES})
  set_target_properties(${name} PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  target_link_libraries(${name} PRIVATE Qt6::Test ${ARG_USES} test_support paretoscope_flags)
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES
    LABELS ${ARG_LABEL} TIMEOUT ${ARG_TIMEOUT}
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C;OMP_WAIT_POLICY=PASSIVE;PARETOSCOPE_RESOURCES=${CMAKE_SOURCE_DIR}/resources")
endfunction()
