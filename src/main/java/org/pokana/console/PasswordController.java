package org.pokana.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.pokana.desk.PasswordSignIn;
import org.pokana.desk.PasswordSignIn.Entered;
import org.pokana.desk.Threshold;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The other way into the desk, for those who set it up: name, password and one-time code. */
@DeskPage
class PasswordController {

    private static final int LONGEST = 200;

    private final PasswordSignIn door;
    private final SignInPage page;

    PasswordController(PasswordSignIn door, SignInPage page) {
        this.door = door;
        this.page = page;
    }

    @PostMapping(DeskRoutes.SIGN_IN)
    String in(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("name", cut(name));
        var wait = page.wait(request);
        if (!wait.isZero()) {
            return page.later(model, "too-many", wait, response);
        }
        if (name.isBlank() || password.isEmpty() || code.isBlank()) {
            return wrong("incomplete", response, model);
        }
        var entered = door.enter(cut(name), cut(password), cut(code));
        if (entered instanceof Entered.By by) {
            return page.letIn(by.who(), Threshold.By.PASSWORD, request, response);
        }
        page.failed(request);
        return entered instanceof Entered.Later later
                ? page.later(model, "later", later.left(), response)
                : wrong("wrong", response, model);
    }

    private static String cut(String typed) {
        return typed.substring(0, Math.min(LONGEST, typed.length()));
    }

    private String wrong(String state, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page.show(model, state, null);
    }
}
