package tr.muhatap.portal;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What stands at the top of every page. */
@ControllerAdvice(basePackageClasses = PageFrame.class)
class PageFrame {

    @ModelAttribute("kullanici")
    @Nullable
    String user(@Nullable Principal user) {
        return user == null ? null : user.getName();
    }
}
