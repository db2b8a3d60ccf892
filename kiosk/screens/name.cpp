// The giver's name, as it is typed; for organisations with the guests of the invited list that begin so.
#include "kiosk/order.h"
#include "kiosk/screens/screens.h"
#include "kiosk/screens/writing.h"

namespace mn::kiosk {

std::optional<Tap> draw_name(const ui::Canvas& canvas, const Name& screen, const Sight& sight) {
  const Choices& chosen = screen.chosen;
  const bool person = chosen.giver == Giver::person;
  const std::string& what = word(sight, person ? "name.person" : "name.org");
  Writing writing{what,
                  TextField{what, {}, giver_icon(chosen.giver), chosen.name.view(), screen.typing.cursor},
                  chosen.name,
                  screen.typing,
                  name_complete(chosen.name),
                  tap::NameTyped{}};
  writing.offers = screen.offers;
  writing.may_offer = sight.terms.guests != nullptr && !person;
  if (writing.may_offer && screen.offers.empty() && chosen.name.view().size() < 6) {
    writing.offers_hint = word(sight, "name.guests_hint");
  }
  return draw_writing(canvas, writing, sight);
}

std::optional<Tap> draw_message(const ui::Canvas& canvas, const Message& screen, const Sight& sight) {
  const TypedText& text = screen.chosen.message;
  Writing writing{word(sight, "message.title"),
                  TextField{word(sight, "message.title"), word(sight, "message.hint"), ui::Icon::heart, text.view(),
                            screen.typing.cursor, kMessageLettersMax},
                  text,
                  screen.typing,
                  !text.empty(),
                  tap::MessageTyped{}};
  writing.leave_out = word(sight, "btn.skip");
  return draw_writing(canvas, writing, sight);
}

}  // namespace mn::kiosk
