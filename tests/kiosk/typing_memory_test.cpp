// What was typed is nowhere on the heap afterwards: every block that is freed while a name is typed is looked through
// before it goes.
#include <malloc.h>

#include <cstdlib>
#include <cstring>
#include <new>
#include <string_view>

#include <gtest/gtest.h>

#include "kiosk/keyboard.h"

namespace {

// Pieces of what is typed below, long enough not to be there by chance.
constexpr std::string_view kPlanted[] = {"Zuzanna", "zanna Kwi", "0987654321"};
bool watching = false;
int found = 0;
int blocks = 0;

void look_through(void* block) {
  if (!watching || block == nullptr) return;
  ++blocks;
  const std::size_t size = malloc_usable_size(block);
  for (const std::string_view planted : kPlanted) {
    if (memmem(block, size, planted.data(), planted.size()) != nullptr) ++found;
    char16_t wide[16];
    for (std::size_t i = 0; i < planted.size(); ++i) wide[i] = static_cast<char16_t>(planted[i]);
    if (memmem(block, size, wide, 2 * planted.size()) != nullptr) ++found;
  }
}

}  // namespace

void* operator new(std::size_t size) {
  if (void* block = std::malloc(size)) return block;
  throw std::bad_alloc();
}
void operator delete(void* block) noexcept {
  look_through(block);
  std::free(block);
}
void operator delete(void* block, std::size_t) noexcept {
  look_through(block);
  std::free(block);
}

namespace mn::kiosk {
namespace {

TEST(TypingMemory, TheWatchFindsWhatIsLeft) {
  found = 0;
  watching = true;
  { const std::string left = "Zuzanna Kwiatkowska, " + std::string(40, '.'); }
  watching = false;
  EXPECT_GT(found, 0);
}

TEST(TypingMemory, NothingTypedIsLeftOnTheHeap) {
  for (const Method method : {Method::plain, Method::telex, Method::vni}) {
    TypedText text;
    Typing typing = begin_typing(text, Capitals::words, {.letters_max = kMessageLettersMax, .method = method});
    found = blocks = 0;
    watching = true;
    const auto take = [&](const Typed& typed) {
      text = typed.text;
      typing = typed.typing;
    };
    take(type_text(text, typing, Capitals::words, "Zuzanna Kwiatkowska 0987654321 ôxZuzanna Kwi"));
    for (int i = 0; i < 20; ++i) take(press(text, typing, Capitals::words, {KeyKind::tone, 1 + i % 5}));
    take(press(text, typing, Capitals::words, {KeyKind::to_letter, 5}));
    take(press(text, typing, Capitals::words, {KeyKind::letter, 11}));
    take(press(text, typing, Capitals::words, {KeyKind::english, 0}));
    take(press(text, typing, Capitals::words, {KeyKind::letter, 11}));
    for (int i = 0; i < 20; ++i) take(press(text, typing, Capitals::words, {KeyKind::backspace, 0}));
    take(press(text, typing, Capitals::words, {KeyKind::clear, 0}));
    watching = false;
    EXPECT_EQ(found, 0);
    EXPECT_GT(blocks, 0);
    EXPECT_EQ(text.view(), "");
  }
}

}  // namespace
}  // namespace mn::kiosk
