package org.pokana.console;

import org.springframework.web.bind.annotation.GetMapping;

/** The season at a glance. */
@DeskPage
class OverviewController {

    @GetMapping(DeskRoutes.DESK)
    String show() {
        return "desk/overview";
    }
}
