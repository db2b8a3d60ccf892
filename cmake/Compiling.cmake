# How everything is compiled: C++20, warnings as errors when asked, programs into bin/.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

option(MANGNON_WERROR "Warnings stop the build" ON)
set(MANGNON_SANITIZE "" CACHE STRING "Sanitizers, as for -fsanitize=")
option(MANGNON_FUZZ "Build the fuzz targets (clang only)" OFF)

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

add_library(mangnon_compiling INTERFACE)
target_compile_options(mangnon_compiling INTERFACE
  -Wall -Wextra -Wshadow -Wconversion -Wold-style-cast -Wpedantic -Wimplicit-fallthrough
  # GCC 12 sees ghosts in std::variant and std::optional, and copies in std::string that overlap (its bug 105651); the
  # sanitizers and clang look for the real ones.
  $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized -Wno-restrict>
  $<$<BOOL:${MANGNON_WERROR}>:-Werror>)
target_include_directories(mangnon_compiling INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_definitions(mangnon_compiling INTERFACE MANGNON_VERSION="${PROJECT_VERSION}")
if(MANGNON_SANITIZE)
  add_compile_options(-fsanitize=${MANGNON_SANITIZE} -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${MANGNON_SANITIZE})
  if(MANGNON_SANITIZE MATCHES undefined)
    add_compile_options(-fno-sanitize-recover=undefined)
  endif()
endif()

# A library of ours: mangnon_room(NAME SOURCES … LINKS …). Sources are listed, so a room's contents can be read in its file.
function(mangnon_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
  add_library(${name} STATIC ${ROOM_SOURCES})
  target_link_libraries(${name} PUBLIC ${ROOM_LINKS} PRIVATE mangnon_compiling ${ROOM_PRIVATE_LINKS})
  target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR})
endfunction()

# A program of ours.
function(mangnon_program name)
  cmake_parse_arguments(PROGRAM "" "" "SOURCES;LINKS" ${ARGN})
  add_executable(${name} ${PROGRAM_SOURCES})
  target_link_libraries(${name} PRIVATE mangnon_compiling ${PROGRAM_LINKS})
endfunction()
