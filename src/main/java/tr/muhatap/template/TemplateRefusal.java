package tr.muhatap.template;

import tr.muhatap.problem.RefusalCode;

/** Why a template is not changed. */
enum TemplateRefusal implements RefusalCode {
    SABLON_DEGISTI
}
