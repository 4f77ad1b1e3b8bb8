package tr.muhatap.template;

import tr.muhatap.problem.RefusalCode;

/** Why a change of a template is refused. */
enum TemplateRefusal implements RefusalCode {
    SABLON_DEGISTI
}
