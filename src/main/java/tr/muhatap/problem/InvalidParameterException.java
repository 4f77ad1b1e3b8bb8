package tr.muhatap.problem;

/** Invalid parameter of the address. Answered with 400, naming the parameter. */
public class InvalidParameterException extends InvalidInputException {

    public InvalidParameterException(String parameter, String message) {
        super(parameter, message);
    }
}
