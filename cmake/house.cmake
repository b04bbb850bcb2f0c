# How a folder becomes a library: jixiao_library(<folder name> [PUBLIC libs...] [PRIVATE libs...]).
# PUBLIC names the folders whose headers this folder's headers include (the arrows of docs/adr/0001);
# PRIVATE names what only its .cpp files need (yaml-cpp, pugixml, Boost).

add_library(jixiao_options INTERFACE)
target_include_directories(jixiao_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(jixiao_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wswitch -Wnon-virtual-dtor -Woverloaded-virtual -finput-charset=UTF-8)
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  # Unused rules of a header-only grammar library; -finput-charset has no other value in clang.
  target_compile_options(jixiao_options INTERFACE -Wno-unneeded-internal-declaration)
endif()
if(JIXIAO_WERROR)
  target_compile_options(jixiao_options INTERFACE -Werror)
endif()
if(JIXIAO_SANITIZE)
  target_compile_options(jixiao_options INTERFACE -fsanitize=${JIXIAO_SANITIZE} -fno-omit-frame-pointer
    -fno-sanitize-recover=all)
  target_link_options(jixiao_options INTERFACE -fsanitize=${JIXIAO_SANITIZE})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # gcc 12 sees ghosts in its own std::regex and std::variant once they are instrumented.
    target_compile_options(jixiao_options INTERFACE -Wno-maybe-uninitialized)
  endif()
endif()
if(JIXIAO_FUZZ)
  # Without it a fuzzer sees its own few lines and not the code that it is to find ways through.
  target_compile_options(jixiao_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_link_options(jixiao_options INTERFACE -fuse-ld=mold)
endif()

function(jixiao_library name)
  cmake_parse_arguments(ARG "" "" "PUBLIC;PRIVATE" ${ARGN})
  # A big folder keeps its files in sub-folders: one library all the same.
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/*/*.cpp)
  if(sources)
    add_library(jixiao_${name} STATIC ${sources})
    target_link_libraries(jixiao_${name} PUBLIC jixiao_options ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE})
  else()
    add_library(jixiao_${name} INTERFACE)
    target_link_libraries(jixiao_${name} INTERFACE jixiao_options ${ARG_PUBLIC} ${ARG_PRIVATE})
  endif()
endfunction()
