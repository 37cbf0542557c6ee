# SPDX-FileCopyrightText: 2026 The Paretoscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Qt Test names the folders of a test in every compilation; nothing here asks, and a second clone could share no object.
get_target_property(test_definitions Qt6::Test INTERFACE_COMPILE_DEFINITIONS)
list(FILTER test_definitions EXCLUDE REGEX QT_TESTCASE_)
set_target_properties(Qt6::Test PROPERTIES INTERFACE_COMPILE_DEFINITIONS "${test_definitions}")

# Owners of the precompiled headers of the tests. What Qt Test declares depends on the Qt libraries beside it, hence two.
set(test_headers <QTest> <QTemporaryDir> <filesystem> <functional> <map> <memory> <optional> <string> <variant> <vector>)
add_library(test_pch STATIC ${CMAKE_SOURCE_DIR}/cmake/test_pch.cpp)
target_compile_options(test_pch PRIVATE $<$<CONFIG:Release>:-O1>)
target_link_libraries(test_pch PRIVATE Qt6::Test paretoscope_flags)
target_precompile_headers(test_pch PRIVATE ${test_headers})
add_library(test_window_pch STATIC ${CMAKE_SOURCE_DIR}/cmake/test_pch.cpp)
target_compile_options(test_window_pch PRIVATE $<$<CONFIG:Release>:-O1>)
target_link_libraries(test_window_pch PRIVATE Qt6::Test Qt6::Widgets Qt6::PrintSupport paretoscope_flags)
target_precompile_headers(test_window_pch PRIVATE ${test_headers} <QSignalSpy>)

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
  # One call of moc instead of a scan, a stamp and an empty compilation for every program.
  qt_generate_moc(${name}.cpp ${CMAKE_CURRENT_BINARY_DIR}/${name}.moc)
  add_executable(${name} ${name}.cpp ${CMAKE_CURRENT_BINARY_DIR}/${name}.moc ${ARG_SOURCES})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  target_include_directories(${name} PRIVATE ${CMAKE_CURRENT_BINARY_DIR})
  target_compile_options(${name} PRIVATE -Wno-array-bounds # as -Wno-restrict
    $<$<CONFIG:Release>:-O1>) # of the lines of the test itself
  target_link_libraries(${name} PRIVATE Qt6::Test ${ARG_USES} test_support paretoscope_flags)
  if(ARG_USES MATCHES "paretoscope_(app|widgets)")
    target_precompile_headers(${name} REUSE_FROM test_window_pch)
  else()
    target_precompile_headers(${name} REUSE_FROM test_pch)
  endif()
  set(environment QT_QPA_PLATFORM=offscreen LC_ALL=C OMP_WAIT_POLICY=PASSIVE
    PARETOSCOPE_RESOURCES=${CMAKE_SOURCE_DIR}/resources)
  if(PARETOSCOPE_SANITIZE)
    # GCC 12 takes some thread-local blocks of dlopen'ed libraries for those of an old glibc, and the leak check crashes
    # (github.com/google/sanitizers/issues/1322).
    list(APPEND environment ASAN_OPTIONS=intercept_tls_get_addr=0)
  endif()
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES LABELS ${ARG_LABEL} TIMEOUT ${ARG_TIMEOUT} ENVIRONMENT "${environment}")
endfunction()
