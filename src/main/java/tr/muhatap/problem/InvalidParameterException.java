package tr.muhatap.problem;

/** A parameter of the address cannot be taken. Answered with 400, the parameter named. */
public class InvalidParameterException extends InvalidInputException {

    public InvalidParameterException(String parameter, String message) {
        super(parameter, message);
    }
}
